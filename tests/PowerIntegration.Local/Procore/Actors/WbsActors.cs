using System.Text.Json.Nodes;
using PowerIntegration.Local.Procore.Guesses;
using PowerIntegration.Local.Procore.Records;
using PowerIntegration.Local.Procore.Wbs;
using PowerIntegration.Local.Procore.Wire;

namespace PowerIntegration.Local.Procore.Actors;

/// <summary>The people who keep a project's work breakdown structure in Procore itself, whatever the service account may do.</summary>
public sealed class WbsActors
{
    private readonly ProcoreStore store;
    private readonly WbsStructure structure;
    private readonly WbsItems items;
    private readonly WbsCodes codes;

    internal WbsActors(ProcoreStore store, WbsStructure structure, WbsItems items, WbsCodes codes)
    {
        this.store = store;
        this.structure = structure;
        this.items = items;
        this.codes = codes;
    }

    /// <summary>Imports items at the top of a segment, as from a file: all or none.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="segmentId">The segment.</param>
    /// <param name="rows">Code and name of each.</param>
    /// <exception cref="InvalidOperationException">Procore would not take one of them.</exception>
    public void ImportItems(long projectId, long segmentId, IReadOnlyList<KeyValuePair<string, string>> rows) =>
        Do(() => items.Import(WbsScope.Project(projectId), segmentId, rows));

    /// <summary>Changes what is given of an item.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="segmentId">The segment.</param>
    /// <param name="path">Codes of the item and what is above it, such as <c>03-200</c>.</param>
    /// <param name="code">Another code, or null.</param>
    /// <param name="name">Another name, or null.</param>
    /// <param name="status">active or inactive, or null.</param>
    /// <exception cref="InvalidOperationException">There is no such item, or Procore would not take the change.</exception>
    public void ChangeItem(long projectId, long segmentId, string path, string? code = null, string? name = null, string? status = null) =>
        Do(() => items.Change(WbsScope.Project(projectId), segmentId, IdOf(projectId, segmentId, path), code, name, status));

    /// <summary>Deletes an item that nothing uses.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="segmentId">The segment.</param>
    /// <param name="path">Codes of the item and what is above it.</param>
    /// <exception cref="InvalidOperationException">There is no such item, or it has to stay.</exception>
    public void DeleteItem(long projectId, long segmentId, string path) =>
        Do(() => items.Delete(WbsScope.Project(projectId), segmentId, IdOf(projectId, segmentId, path)));

    /// <summary>Makes a WBS code of one item in each segment.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="pathsBySegment">Path of the item by id of its segment.</param>
    /// <returns>Id of the code.</returns>
    /// <exception cref="InvalidOperationException">Procore would not take it.</exception>
    public long CreateCode(long projectId, IReadOnlyDictionary<long, string> pathsBySegment)
    {
        var id = 0L;
        Do(() =>
        {
            var batch = codes.Begin(projectId);
            batch.Put(null, [.. pathsBySegment.Select(part => new WbsChoice(part.Key, IdOf(projectId, part.Key, part.Value)))]);
            id = WireValue.Id(batch.Commit().Single());
        });
        return id;
    }

    /// <summary>Gives a WBS code a status.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="codeId">The code.</param>
    /// <param name="status">active or inactive.</param>
    /// <exception cref="InvalidOperationException">There is no such code.</exception>
    public void SetCodeStatus(long projectId, long codeId, string status) => Do(() => codes.Change(projectId, codeId, null, status));

    private long IdOf(long project, long segment, string path)
    {
        var scope = WbsScope.Project(project);
        return structure.Items(scope, segment).FirstOrDefault(item => PathOf(scope, item) == path) is { } found
            ? WireValue.Id(found)
            : throw new InvalidOperationException($"Segment {segment} of project {project} has no item {path}.");
    }

    private string PathOf(WbsScope scope, JsonObject item) =>
        string.Join(ProcoreGuesses.TierDelimiter, structure.PathOf(scope, item).Select(step => WireValue.Text(step, "code")));

    private void Do(Action change)
    {
        lock (store.Gate)
        {
            try
            {
                change();
            }
            catch (WireRefusalException refusal)
            {
                throw new InvalidOperationException($"Procore would not take this: {refusal.Message}", refusal);
            }
        }
    }
}
