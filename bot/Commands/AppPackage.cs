using System.IO.Compression;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace ChiBoBot.Commands;

/// <summary>The zip that an administrator uploads to Teams: the manifest with this installation's ids, the languages, the icons.</summary>
internal static class AppPackage
{
    private const string Manifest = "manifest.json";

    private static readonly string[] Files = [Manifest, "en.json", "color.png", "outline.png"];

    /// <summary>The earliest date a zip can hold: the same ids give the same bytes on any day.</summary>
    private static readonly DateTimeOffset NoDate = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Create(AppIdentity app)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in Files)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = NoDate;
                using var written = entry.Open();
                written.Write(name == Manifest ? Encoding.UTF8.GetBytes(Fill(Encoding.UTF8.GetString(Read(name)), app)) : Read(name));
            }
        }

        return bytes.ToArray();
    }

    private static string Fill(string manifest, AppIdentity app) => manifest
        .Replace("${{APP_ID}}", app.AppId.ToString(), StringComparison.Ordinal)
        .Replace("${{BOT_ID}}", app.BotId.ToString(), StringComparison.Ordinal)
        .Replace("${{BOT_DOMAIN}}", app.Domain, StringComparison.Ordinal)
        .Replace("${{DEVELOPER}}", JsonEncodedText.Encode(app.Developer, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(), StringComparison.Ordinal)
        .Replace("${{WEBSITE_URL}}", app.Website.AbsoluteUri, StringComparison.Ordinal)
        .Replace("${{PRIVACY_URL}}", app.Privacy.AbsoluteUri, StringComparison.Ordinal)
        .Replace("${{TERMS_URL}}", app.Terms.AbsoluteUri, StringComparison.Ordinal);

    private static byte[] Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("manifest/" + name)
            ?? throw new InvalidOperationException($"manifest/{name} is not built into this program.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}

/// <summary>What differs from one installation to another.</summary>
/// <param name="AppId">The app's id in the Teams catalogue.</param>
/// <param name="BotId">The bot's Entra application id.</param>
/// <param name="Domain">The host name that the bot answers at.</param>
internal sealed record AppIdentity(Guid AppId, Guid BotId, string Domain)
{
    /// <summary>Who runs the bot, as Teams shows it.</summary>
    public string Developer { get; init; } = "ChiBoBot";

    public Uri Website { get; init; } = new($"https://{Domain}/");

    public Uri Privacy { get; init; } = new($"https://{Domain}/privacy");

    public Uri Terms { get; init; } = new($"https://{Domain}/terms");
}
