using System.Security.Cryptography;
using System.Text;

namespace ChiBoBot.Features.Cells;

/// <summary>Whom a grade or a title is about: a member, a unit (tập thể phòng), or, where both are null, the cell itself.</summary>
internal readonly record struct Rated(string? Member, string? Unit)
{
    /// <summary>As a part of a row key; the name of a unit may hold what keys may not.</summary>
    public string Key => (Member, Unit) switch
    {
        ({ } member, _) => $"m.{member}",
        (_, { } unit) => $"u.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(unit)).AsSpan(0, 8))}",
        _ => "cell",
    };
}
