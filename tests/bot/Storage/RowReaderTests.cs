using System.Text;
using Azure;
using ChiBoBot.Storage;

namespace ChiBoBot.Tests.Storage;

public sealed class RowReaderTests
{
    private static readonly string[] Names = ["A", "B", "Count", "Empty", "Long", "At", "Share", "Z"];

    // As the table service answers: its own properties, annotations, and whatever a later version may add.
    // language=JSON
    private const string Json = """
        {"odata.metadata":"https://x/$metadata#Samples/@Element","odata.etag":"W/\"1\"","PartitionKey":"p","RowKey":"r","Timestamp@odata.type":"Edm.DateTime","Timestamp":"2026-12-03T07:00:00Z","A":"\u0110\u1ea1t","B":true,"Count":7,"Empty":null,"New":{"A":["not this"]},"Long@odata.type":"Edm.Int64","Long":"9007199254740993","At@odata.type":"Edm.DateTime","At":"2026-12-03T07:00:00.1234567Z","Share":71.4,"Z":"cuối"}
        """;

    private readonly RowReader _row = Read(Json);

    [Fact]
    public void Properties_are_read_in_any_order_and_any_number_of_times()
    {
        foreach (var first in Names)
        {
            foreach (var second in Names)
            {
                Expect(_row, first);
                Expect(_row, second);
            }
        }
    }

    [Fact]
    public void What_is_missing_or_null_is_null_wherever_the_search_begins()
    {
        foreach (var name in Names)
        {
            Expect(_row, name);
            Assert.Null(_row.TextOrNull("Missing"));
            Assert.Null(_row.TextOrNull("a"));
            Assert.Null(_row.TextOrNull("AA"));
            Assert.Null(_row.NumberOrNull("Empty"));
            Assert.False(_row.Flag("Missing"));
        }
    }

    [Fact]
    public void Spaces_between_properties_do_no_harm()
    {
        var row = Read("{ \"A\" : \"x\" ,\n \"B\" : true , \"Count\" : 2 }");

        Assert.Equal(("x", true, 2, "x"), (row.Text("A"), row.Flag("B"), row.Number("Count"), row.Text("A")));
    }

    [Fact]
    public void A_row_without_properties_has_none() => Assert.Null(Read("{}").TextOrNull("A"));

    [Fact]
    public void A_property_that_must_be_there_is_named_when_it_is_not() =>
        Assert.Equal("Row 'r' has no Missing.", Assert.Throws<InvalidDataException>(() => _row.Instant("Missing")).Message);

    private static void Expect(RowReader row, string name)
    {
        switch (name)
        {
            case "A":
                Assert.Equal("Đạt", row.Text("A"));
                break;
            case "B":
                Assert.True(row.Flag("B"));
                break;
            case "Count":
                Assert.Equal(7, row.Number("Count"));
                break;
            case "Empty":
                Assert.Null(row.TextOrNull("Empty"));
                break;
            case "Long":
                Assert.Equal(9007199254740993, row.Long("Long"));
                break;
            case "At":
                Assert.Equal(new DateTimeOffset(2026, 12, 3, 7, 0, 0, TimeSpan.Zero).AddTicks(1234567), row.Instant("At"));
                break;
            case "Share":
                Assert.Equal(71.4, row.Double("Share"));
                break;
            default:
                Assert.Equal("cuối", row.Text("Z"));
                break;
        }
    }

    private static RowReader Read(string json) => new("p", "r", new ETag("1"), Encoding.UTF8.GetBytes(json));
}
