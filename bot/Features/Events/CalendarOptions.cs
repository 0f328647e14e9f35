using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace ChiBoBot.Features.Events;

/// <summary>The section "Calendar".</summary>
internal sealed partial class CalendarOptions : IValidatableObject
{
    public const string Section = "Calendar";

    /// <summary>Where calendars reach the bot, e.g. <c>https://bot.example.org</c>; without it no calendar addresses are given out.</summary>
    public Uri? Address { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Address is { } address && (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback))
            ? [new ValidationResult("Calendar:Address is not an https address such as https://bot.example.org.")]
            : [];

    [OptionsValidator]
    internal sealed partial class Validator : IValidateOptions<CalendarOptions>;
}
