using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace ChiBoBot.Features.Cells;

/// <summary>The section "Web".</summary>
internal sealed partial class WebOptions : IValidatableObject
{
    public const string Section = "Web";

    /// <summary>Where browsers and calendars reach the bot, e.g. <c>https://bot.example.org</c>; without it neither calendars nor files are given out.</summary>
    public Uri? Address { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Address is { } address && (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback))
            ? [new ValidationResult("Web:Address is not an https address such as https://bot.example.org.")]
            : [];

    [OptionsValidator]
    internal sealed partial class Validator : IValidateOptions<WebOptions>;
}
