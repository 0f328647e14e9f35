using System.Text.Json.Serialization.Metadata;

namespace ChiBoBot.Features.Cells;

/// <summary>Something a cell's file lists, e.g. a member or a target. Each lies in the cell's partition under <c>kind|key</c>.</summary>
internal interface ICellPart<TSelf>
    where TSelf : ICellPart<TSelf>
{
    /// <summary>The first half of the row key.</summary>
    static abstract string Kind { get; }

    static abstract JsonTypeInfo<TSelf> Json { get; }

    /// <summary>The second half of the row key.</summary>
    string Key { get; }

    /// <summary>What stays the same when the part changes; an event that is moved gets another key and remains itself.</summary>
    string Identity => Key;
}
