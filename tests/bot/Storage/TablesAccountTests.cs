using ChiBoBot.Storage;

namespace ChiBoBot.Tests.Storage;

public sealed class TablesAccountTests
{
    [Theory]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1")]
    [InlineData("AccountName=cell;AccountKey=a2V5", "https://cell.table.core.windows.net/")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=cell;AccountKey=a2V5;EndpointSuffix=core.chinacloudapi.cn;", "https://cell.table.core.chinacloudapi.cn/")]
    [InlineData("accountname=cell;accountkey=a2U=;TableEndpoint=http://127.0.0.1:20100/cell", "http://127.0.0.1:20100/cell")]
    [InlineData("BlobEndpoint=https://b.example/;TableEndpoint=https://t.example/;SharedAccessSignature=?sv=1&sig=x%3D", "https://t.example/")]
    [InlineData("AccountName=cell;SharedAccessSignature=sv=1&sig=x%3D", "https://cell.table.core.windows.net/")]
    public void A_connection_string_says_where_the_tables_are(string connection, string endpoint) =>
        Assert.Equal(endpoint, TablesAccount.Of(connection, TimeProvider.System).Endpoint.AbsoluteUri);

    [Theory]
    [InlineData("")]
    [InlineData("cell")]
    [InlineData("=cell")]
    [InlineData("AccountName=cell")]
    [InlineData("AccountKey=a2V5")]
    [InlineData("AccountName=cell;AccountKey=secret!")]
    [InlineData("AccountName=cell;AccountKey=a2V5;TableEndpoint=secret")]
    [InlineData("AccountName=cell;AccountKey=a2V5;TableEndpoint=ftp://secret")]
    public void A_connection_string_that_is_wrong_is_refused_without_telling_it(string connection)
    {
        var wrong = Assert.Throws<FormatException>(() => TablesAccount.Of(connection, TimeProvider.System));

        Assert.DoesNotContain("secret", wrong.ToString(), StringComparison.Ordinal);
    }
}
