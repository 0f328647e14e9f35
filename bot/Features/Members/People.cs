using Azure;
using ChiBoBot.Cards;
using ChiBoBot.Features.Cells;
using ChiBoBot.Storage;
using ChiBoBot.Teams;
using ChiBoBot.Turns;
using Microsoft.Extensions.Options;

namespace ChiBoBot.Features.Members;

/// <summary>Finds the member behind an object id, in whichever cell, and the roles that the day gives.</summary>
internal sealed class People(ITables tables, IOptions<CellOptions> options, TimeProvider clock) : IPeople
{
    private const int RowsRemembered = 20_000;

    // A row that still carries its tag needn't be unpacked again.
    private readonly RecentMap<(string CellId, string Key), Unpacked> _unpacked = new(TimeSpan.FromHours(1), RowsRemembered, clock);
    private readonly HashSet<string> _administrators = new(options.Value.Administrators, StringComparer.OrdinalIgnoreCase);

    public async Task<Asker?> Find(string tenantId, Sender sender, DateTimeOffset at, CancellationToken cancel)
    {
        if (sender.ObjectId is not { } objectId)
        {
            return null;
        }

        var today = VietnamTime.DateOf(at);
        var administrator = _administrators.Contains(objectId) ? Role.Administrator : Role.Stranger;
        Asker? best = null;
        var bestRank = -1;
        foreach (var entry in await tables.List<PersonRow>(PersonRow.KeyOfObjectId(objectId), RowRange.All, cancel))
        {
            if (await FindMember(tenantId, entry.Row, objectId, cancel) is { } member)
            {
                await Remember(entry, sender, cancel);
                var asker = new Asker(entry.Row.CellId, member.Id, member.Name, member.RolesOn(today) | administrator);

                // Who is in two cells at once is asked for by the one that they belong to; one that they have left comes last.
                var rank = (asker.IsAny(Role.Member) ? 2 : 0) + (member.StandingOn(today) != Standing.TemporaryHere ? 1 : 0);
                if (asker.Roles != Role.Stranger && rank > bestRank)
                {
                    (best, bestRank) = (asker, rank);
                }
            }
        }

        return best
            ?? (administrator == Role.Administrator ? new Asker("", null, sender.Name ?? "", administrator) : null);
    }

    /// <summary>The member that the index names, if the cell says the same: the index may be older than the truth.</summary>
    private async Task<Member?> FindMember(string tenantId, PersonRow entry, string objectId, CancellationToken cancel)
    {
        var reading = Find<PartRow<Member>>(entry.CellId, PartRow<Member>.KeyOf(entry.MemberId), cancel);
        var cell = await Find<CellRow>(entry.CellId, CellRow.Key, cancel);
        var member = (await reading)?.Part;
        if (cell is null || member is null || !string.Equals(cell.Cell.TenantId, tenantId, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var known = member.ObjectId
            ?? (await Find<AccountRow>(entry.CellId, AccountRow.Prefix + entry.MemberId, cancel))?.ConfirmedObjectId;
        return string.Equals(known, objectId, StringComparison.OrdinalIgnoreCase) ? member : null;
    }

    private async ValueTask<T?> Find<T>(string cellId, string key, CancellationToken cancel)
        where T : class, ITableRow<T>
    {
        if (await tables.Find(T.Table, cellId, key, cancel) is not { } found)
        {
            return null;
        }

        if (_unpacked.TryGet((cellId, key), out var known) && known.ETag == found.ETag)
        {
            return (T)known.Row;
        }

        var row = T.Read(found);
        _unpacked.Set((cellId, key), new(found.ETag, row));
        return row;
    }

    /// <summary>Keeps the Teams id, by which the bot can speak to the person first. Written once.</summary>
    private async Task Remember(Stored<PersonRow> entry, Sender sender, CancellationToken cancel)
    {
        if (entry.Row.TeamsId == sender.TeamsId)
        {
            return;
        }

        try
        {
            await tables.Replace(entry, entry.Row with { TeamsId = sender.TeamsId }, cancel);
        }
        catch (ConflictException)
        {
            // Another turn of the same person has just written it.
        }
    }

    private sealed record Unpacked(ETag ETag, object Row);
}
