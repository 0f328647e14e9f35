using System.CommandLine;
using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using ChiBoBot.Cards;
using ChiBoBot.Commands;

namespace ChiBoBot.Conformance;

[Collection(SharedChromium.Name)]
public sealed class AppPackageTests(ChromiumFixture chromium) : IDisposable
{
    private const string App = "0f3c1a52-8c1e-4f56-9d2b-6b7a1c9e4d10";
    private const string Bot = "7b1e2d3c-4a5f-4e6b-8c9d-0a1b2c3d4e5f";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("chibobot-package-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_package_holds_four_files_at_its_root_and_passes_Microsofts_schemas()
    {
        var zip = Path.Combine(_folder.FullName, "chibobot.zip");

        var (code, said) = await Package("--app-id", App, "--bot-id", Bot, "--domain", "bot.example.vn", "--output", zip);

        Assert.True(code == 0, said);
        var unpacked = Path.Combine(_folder.FullName, "unpacked");
        await ZipFile.ExtractToDirectoryAsync(zip, unpacked);
        Assert.Equal(
            ["color.png", "en.json", "manifest.json", "outline.png"],
            Directory.GetFileSystemEntries(unpacked).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var (verdict, faults) = await Validate(unpacked);
        Assert.Equal("", faults);
        Assert.Equal(0, verdict);
    }

    [Fact]
    public async Task The_validation_does_find_a_fault()
    {
        var unpacked = Unpack(Identity);
        var manifest = Path.Combine(unpacked, "manifest.json");
        await File.WriteAllTextAsync(manifest, (await File.ReadAllTextAsync(manifest)).Replace("groupChat", "everywhere", StringComparison.Ordinal));

        Assert.NotEqual("", (await Validate(unpacked)).Faults);
    }

    [Fact]
    public void The_installations_ids_stand_where_they_belong_and_no_placeholder_is_left()
    {
        var text = File.ReadAllText(Path.Combine(Unpack(Identity with { Developer = "Văn phòng \"A\"" }), "manifest.json"));
        using var manifest = JsonDocument.Parse(text);
        var root = manifest.RootElement;

        Assert.DoesNotContain("${{", text, StringComparison.Ordinal);
        Assert.Equal(App, root.GetProperty("id").GetString());
        Assert.Equal(Bot, root.GetProperty("bots")[0].GetProperty("botId").GetString());
        Assert.Equal("bot.example.vn", root.GetProperty("validDomains")[0].GetString());
        Assert.Equal("Văn phòng \"A\"", root.GetProperty("developer").GetProperty("name").GetString());
        Assert.Equal("https://bot.example.vn/privacy", root.GetProperty("developer").GetProperty("privacyUrl").GetString());
    }

    [Fact]
    public void The_same_ids_give_the_same_bytes() => Assert.Equal(AppPackage.Create(Identity), AppPackage.Create(Identity));

    [Theory]
    [InlineData("--app-id", "chibobot", "--app-id: 'chibobot' is not a GUID like")]
    [InlineData("--bot-id", "00000000-0000-0000-0000-000000000000", "is not a GUID like")]
    [InlineData("--domain", "https://bot.example.vn", "--domain: 'https://bot.example.vn' is not a host name: give it without https://")]
    [InlineData("--domain", "bot.example.vn:8443", "is not a host name")]
    [InlineData("--domain", "localhost", "is not a host name")]
    [InlineData("--privacy", "http://example.vn/privacy", "--privacy: 'http://example.vn/privacy' is not an address that begins with https://.")]
    [InlineData("--developer", "Một cái tên dài quá ba mươi hai chữ cái", "is not a name of 1 to 32 characters.")]
    [InlineData("--output", "/no/such/folder/chibobot.zip", "--output: the folder /no/such/folder does not exist.")]
    public async Task A_wrong_value_is_named_and_nothing_is_written(string option, string value, string expected)
    {
        var zip = Path.Combine(_folder.FullName, "chibobot.zip");
        var given = new Dictionary<string, string> { ["--app-id"] = App, ["--bot-id"] = Bot, ["--domain"] = "bot.example.vn", ["--output"] = zip, [option] = value };

        var (code, said) = await Package([.. given.SelectMany(pair => new[] { pair.Key, pair.Value })]);

        Assert.NotEqual(0, code);
        Assert.Contains(expected, said, StringComparison.Ordinal);
        Assert.False(File.Exists(zip));
    }

    [Fact]
    public async Task A_missing_id_is_asked_for() =>
        Assert.Contains("'--bot-id' is required", (await Package("--app-id", App, "--domain", "bot.example.vn")).Said, StringComparison.Ordinal);

    [Fact]
    public void English_translates_every_text_but_leaves_the_sentences_that_are_sent_to_the_bot()
    {
        var unpacked = Unpack(Identity);
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(unpacked, "manifest.json")));
        using var english = JsonDocument.Parse(File.ReadAllText(Path.Combine(unpacked, "en.json")));
        var lists = manifest.RootElement.GetProperty("bots")[0].GetProperty("commandLists");
        var expected = new List<string> { "$schema", "name.short", "name.full", "description.short", "description.full" };
        for (var list = 0; list < lists.GetArrayLength(); list++)
        {
            var commands = lists[list].GetProperty("commands");
            for (var command = 0; command < commands.GetArrayLength(); command++)
            {
                var key = $"bots[0].commandLists[{list}].commands[{command}]";
                expected.AddRange([key + ".title", key + ".description"]);
                Assert.Equal(commands[command].GetProperty("title").GetString(), english.RootElement.GetProperty(key + ".title").GetString());
            }
        }

        Assert.Equal(expected, english.RootElement.EnumerateObject().Select(text => text.Name));
    }

    [Fact]
    public void Every_scope_offers_the_questions_that_help_names()
    {
        string[] expected =
        [
            "chỉ tiêu nào chưa đạt?", "tổng quan chỉ tiêu", "danh sách đảng viên", "ai là bí thư?", "sắp tới có gì?", "họp khi nào, ở đâu?",
            "có mặt", "xin vắng", "viết tự đánh giá", "tạm dừng nhắc 1 tuần", "hoàn tác", "trợ giúp",
        ];
        var named = Regex.Matches(
            string.Concat(HelpText.TargetsExamples, HelpText.MembersExamples, HelpText.EventsExamples, HelpText.AttendanceExamples, HelpText.AssessmentExamples, HelpText.RemindersExamples, HelpText.LedgerExamples), "“([^”]+)”").Select(match => match.Groups[1].Value);
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(Unpack(Identity), "manifest.json")));
        var lists = manifest.RootElement.GetProperty("bots")[0].GetProperty("commandLists").EnumerateArray().ToList();

        Assert.Equal(["personal", "team", "groupChat"], lists.SelectMany(list => list.GetProperty("scopes").EnumerateArray()).Select(scope => scope.GetString()));
        Assert.All(lists, list => Assert.Equal(expected, list.GetProperty("commands").EnumerateArray().Select(command => command.GetProperty("title").GetString())));
        Assert.Equal(expected[..^1], named);
    }

    [Theory]
    [InlineData("color.png", 192)]
    [InlineData("outline.png", 32)]
    public async Task Icons_have_the_size_and_ground_that_Teams_wants(string name, int size)
    {
        var icon = Convert.ToBase64String(await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "manifest", name)));
        var page = await chromium.Open(200, 200);

        var seen = await page.EvaluateAsync<JsonElement>(
            """
            async (icon) => {
              const image = new Image();
              image.src = 'data:image/png;base64,' + icon;
              await image.decode();
              const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
              const context = canvas.getContext('2d');
              context.drawImage(image, 0, 0);
              const pixels = context.getImageData(0, 0, image.width, image.height).data;
              let opaque = true, white = true, empty = 0;
              for (let i = 0; i < pixels.length; i += 4) {
                opaque &&= pixels[i + 3] === 255;
                white &&= pixels[i + 3] === 0 || Math.min(pixels[i], pixels[i + 1], pixels[i + 2]) >= 250;
                empty += pixels[i + 3] === 0;
              }
              return { width: image.width, height: image.height, opaque, white, empty: empty > 0 };
            }
            """,
            icon);

        Assert.Equal(size, seen.GetProperty("width").GetInt32());
        Assert.Equal(size, seen.GetProperty("height").GetInt32());
        var outline = name == "outline.png";
        Assert.Equal(!outline, seen.GetProperty("opaque").GetBoolean());
        Assert.Equal(outline, seen.GetProperty("white").GetBoolean());
        Assert.Equal(outline, seen.GetProperty("empty").GetBoolean());
    }

    private static AppIdentity Identity { get; } = new(Guid.Parse(App), Guid.Parse(Bot), "bot.example.vn");

    private static async Task<(int Code, string Said)> Package(params string[] arguments)
    {
        using var said = new StringWriter();
        var code = await PackageCommand.Build().Parse(arguments).InvokeAsync(new() { Output = said, Error = said });
        return (code, said.ToString());
    }

    private static Task<(int Code, string Faults)> Validate(string folder) =>
        Repository.Run("node", Path.Combine(Repository.Root, "tests", "conformance", "Manifest", "validate.cjs"), folder, NodePackages.Folder);

    private string Unpack(AppIdentity app)
    {
        var folder = Path.Combine(_folder.FullName, "unpacked");
        ZipFile.ExtractToDirectory(new MemoryStream(AppPackage.Create(app)), folder);
        return folder;
    }
}
