"""Short articles to send in."""

KO = """한빛시, 내년 3월 시내버스 요금 200원 인상

한빛시가 내년 3월부터 시내버스 요금을 1천500원에서 1천700원으로 200원 올린다.
시는 26일 물가대책위원회를 열어 이같이 결정했다고 밝혔다.
요금이 오르는 것은 2019년 이후 7년 만이다.
청소년 요금은 900원으로 동결한다.
김민수 한빛시 교통국장은 "운송 원가가 5년 사이 31% 올라 인상이 불가피했다"고 말했다.
시는 인상으로 생기는 수입 120억원을 저상버스 80대를 들여오는 데 쓸 계획이다.
"""
EN = """Harbor city to raise bus fares in March

The city of Harbor will raise bus fares from $1.50 to $1.75 next March.
The transit board voted 7 to 2 for the increase on Thursday.
It is the first rise since 2019.
Youth fares stay at 90 cents.
"Operating costs have grown by 31 percent in five years," said board chair Maria Lopez.
The board expects $12 million a year from the increase and wants to buy 80 low-floor buses with it.
"""
