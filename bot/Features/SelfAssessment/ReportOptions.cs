using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace ChiBoBot.Features.SelfAssessment;

/// <summary>The section "Reports".</summary>
internal sealed partial class ReportOptions : IValidatableObject
{
    public const string Section = "Reports";

    /// <summary>Where browsers reach the bot, e.g. <c>https://bot.example.org</c>; without it no results are given out as files.</summary>
    public Uri? Address { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Address is { } address && (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback))
            ? [new ValidationResult("Reports:Address is not an https address such as https://bot.example.org.")]
            : [];

    [OptionsValidator]
    internal sealed partial class Validator : IValidateOptions<ReportOptions>;
}
