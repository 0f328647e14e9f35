namespace ChiBoBot.Features.Cells.Sample;

/// <summary>The sample cells that <c>demo</c> and <c>ask</c> start with. Their people are invented.</summary>
internal static class SampleCells
{
    /// <summary>The cell with the two resolutions: 7 targets of 2022–2024 and 8 of 2024–2027.</summary>
    public const string CellId = "hdnd";

    /// <summary>The merged cell with the yearly series.</summary>
    public const string MergedCellId = "van-phong";

    public const string TenantId = "5f0c2a7e-8d41-4b6a-9c3e-71d2e4a80b15";

    public const string SecretaryMemberId = "m01";

    /// <summary>The Entra object id of the sample's secretary: whoever comes with it is the secretary of <see cref="CellId"/>.</summary>
    public const string SecretaryObjectId = "1035796f-deb2-4126-a93f-e8300e7b7808";

    /// <summary>The secretary's id as Teams writes it, for a client that plays Teams.</summary>
    public const string SecretaryTeamsId = "29:" + SecretaryObjectId;

    /// <summary>The files as they lie in the program, by name.</summary>
    public static IReadOnlyList<string> Names { get; } = ["hdnd.json", "van-phong.json"];

    public static byte[] Read(string name)
    {
        using var stream = typeof(SampleCells).Assembly.GetManifestResourceStream("Sample/" + name)
            ?? throw new ArgumentException($"There is no sample '{name}'.", nameof(name));
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
