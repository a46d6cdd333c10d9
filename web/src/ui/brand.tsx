import { Link } from "@/i18n/navigation";
import { BrandName } from "./brand-name";

export { BrandMark } from "./brand-name";

export function Brand({ href = "/" }: { href?: string }) {
  return (
    <Link href={href} className="shrink-0">
      <BrandName />
    </Link>
  );
}
