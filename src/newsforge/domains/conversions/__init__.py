"""An article turned into posts: runs, posts, events, approval, export."""
