using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Plugins.Tests.Fakes;

/// <summary>
/// As much of Dataverse as the plug-ins use: rows in memory, the queries they make, the steps that they declare, one transaction for each call. It
/// counts requests, gives only the columns that were asked for, and refuses whatever it does not know.
/// </summary>
internal sealed class FakeDataverse : IOrganizationService, IOrganizationServiceFactory
{
    /// <summary>Rows that one answer holds at most, as in Dataverse.</summary>
    private const int PageRowsMax = 5000;

    private const string CreatedOn = "createdon";
    private const string ModifiedOn = "modifiedon";

    private readonly Dictionary<string, Dictionary<Guid, Entity>> tables = new(StringComparer.Ordinal);
    private readonly HashSet<string> keys = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, int> versions = [];
    private Stack<Action> undo = [];
    private int lastId;
    private Guid? acting;

    /// <summary>Every request since the last call of a plug-in, as "Message table".</summary>
    public List<string> Requests { get; } = [];

    /// <summary>Every row that was created or updated since the last call, as it was sent.</summary>
    public List<Entity> Written { get; } = [];

    /// <summary>The columns that the last query of a table asked for.</summary>
    public Dictionary<string, IReadOnlyList<string>> Asked { get; } = new(StringComparer.Ordinal);

    /// <summary>What another caller does between this call's read and its conditional update.</summary>
    public Action? BeforeConditionalUpdate { get; set; }

    /// <summary>Who writes directly.</summary>
    public Guid User { get; set; }

    /// <summary>The application that writes directly: the gateway, until a test says otherwise.</summary>
    public Guid Application { get; set; } = Sites.Site.Gateway;

    /// <summary>The call inside which requests are made; null where a caller writes directly.</summary>
    public IPluginExecutionContext? Caller { get; set; }

    /// <summary>Runs one call: requests and writes are counted from nothing, and what it wrote is taken back where it fails.</summary>
    public void Run(IPluginExecutionContext caller, Action call)
    {
        Requests.Clear();
        Written.Clear();
        undo.Clear();
        Caller = caller;
        try
        {
            call();
        }
        catch
        {
            foreach (var step in undo)
            {
                step();
            }

            Written.Clear();
            throw;
        }
        finally
        {
            Caller = null;
        }
    }

    // The caller and the platform itself need no other name; whoever else is asked for is who the request is made as.
    public IOrganizationService CreateOrganizationService(Guid? userId) =>
        userId is not { } id || id == Guid.Empty || id == (Caller?.InitiatingUserId ?? User) ? this : new FakePerson(this, id);

    /// <summary>Creates a row as another user than the caller.</summary>
    public Guid CreateAs(Guid person, Entity entity)
    {
        acting = person;
        try
        {
            return Create(entity);
        }
        finally
        {
            acting = null;
        }
    }

    public Guid NextId() => new(++lastId, 0, 0, new byte[8]);

    /// <summary>Puts a row there without a request.</summary>
    public Guid Seed(Entity row)
    {
        if (row.Id == Guid.Empty)
        {
            row.Id = NextId();
        }

        Table(row.LogicalName)[row.Id] = Copy(row);
        return row.Id;
    }

    public Entity Row(string table, Guid id) => Table(table)[id];

    public IReadOnlyList<Entity> All(string table) => [.. Table(table).Values];

    public Guid Create(Entity entity)
    {
        Requests.Add("Create " + entity.LogicalName);
        return CreateRow(entity);
    }

    public void Update(Entity entity)
    {
        Requests.Add("Update " + entity.LogicalName);
        var row = Table(entity.LogicalName).TryGetValue(entity.Id, out var found)
            ? found
            : throw new InvalidOperationException($"{entity.LogicalName} {entity.Id} does not exist.");
        RunStep("Update", entity, row);
        var before = Copy(row);
        undo.Push(() =>
            Set(
                row,
                entity
                    .Attributes.Keys.Append(ModifiedOn)
                    .Select(column => KeyValuePair.Create(column, before.Contains(column) ? before[column] : null))
            )
        );
        Written.Add(Copy(entity));
        Set(row, entity.Attributes);
        row[ModifiedOn] = Now;
    }

    public void Delete(string entityName, Guid id)
    {
        Requests.Add("Delete " + entityName);
        RunStep("Delete", new Entity(entityName, id), Table(entityName)[id]);
        keys.Remove(entityName + " " + Table(entityName)[id].GetAttributeValue<string>(DocumentTable.Key));
        Table(entityName).Remove(id);
    }

    public EntityCollection RetrieveMultiple(QueryBase query)
    {
        var expression = query as QueryExpression ?? throw new NotSupportedException($"Query {query.GetType().Name} is not known here.");
        Requests.Add("RetrieveMultiple " + expression.EntityName);
        FakeQuery.RefuseUnknown(expression);
        Asked[expression.EntityName] = [.. expression.ColumnSet.Columns];
        var all = FakeQuery
            .Ordered(Table(expression.EntityName).Values.Where(row => FakeQuery.Matches(row, expression.Criteria)), expression.Orders)
            .SelectMany(FakeQuery.Joiner(expression, name => Table(name).Values))
            .ToList();
        var before = Math.Max(0, expression.PageInfo.PageNumber - 1) * PageRowsMax;
        List<Entity> found = [.. all.Skip(before).Take(expression.TopCount ?? PageRowsMax)];
        found.ForEach(row => row.RowVersion = Version(row.Id));
        return new EntityCollection(found)
        {
            EntityName = expression.EntityName,
            MoreRecords = expression.TopCount is null && all.Count > before + found.Count,
        };
    }

    public Entity Retrieve(string entityName, Guid id, ColumnSet columnSet)
    {
        Requests.Add("Retrieve " + entityName);
        var row = Table(entityName).TryGetValue(id, out var found)
            ? found
            : throw new NotSupportedException(
                $"Retrieve of {entityName} throws on a missing row and dooms the transaction; query what may be missing instead."
            );
        var copy = new Entity(entityName, id) { RowVersion = Version(id) };
        foreach (var column in columnSet.Columns.Where(row.Contains))
        {
            copy[column] = row[column];
        }

        return copy;
    }

    public OrganizationResponse Execute(OrganizationRequest request)
    {
        if (request is not UpdateRequest { ConcurrencyBehavior: ConcurrencyBehavior.IfRowVersionMatches } update)
        {
            throw new NotSupportedException($"{request.RequestName} is not known here.");
        }

        Elsewhere(BeforeConditionalUpdate);
        if (update.Target.RowVersion != Version(update.Target.Id))
        {
            var fault = new OrganizationServiceFault
            {
                ErrorCode = unchecked((int)0x80060882),
                Message = "The version of the existing record doesn't match the RowVersion property provided.",
            };
            throw new FaultException<OrganizationServiceFault>(fault, new FaultReason(fault.Message));
        }

        Update(update.Target);
        return new UpdateResponse();
    }

    public void Associate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) =>
        throw new NotSupportedException("Associate is not known here.");

    public void Disassociate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) =>
        throw new NotSupportedException("Disassociate is not known here.");

    private DateTime Now => Caller?.OperationCreatedOn ?? FakeContext.Today;

    private string Version(Guid id) => (versions.TryGetValue(id, out var version) ? version : 0).ToString(CultureInfo.InvariantCulture);

    // Another caller has a transaction of its own: what it wrote stays.
    private void Elsewhere(Action? action)
    {
        var (caller, own, requests) = (Caller, undo, Requests.Count);
        (Caller, undo) = (null, []);
        action?.Invoke();
        (Caller, undo) = (caller, own);
        Requests.RemoveRange(requests, Requests.Count - requests);
    }

    private void Set(Entity row, IEnumerable<KeyValuePair<string, object?>> columns)
    {
        versions[row.Id] = versions.TryGetValue(row.Id, out var version) ? version + 1 : 1;
        foreach (var (column, value) in columns)
        {
            row[column] = value;
        }
    }

    private Guid CreateRow(Entity entity)
    {
        RunStep("Create", entity, null);
        var key = entity.GetAttributeValue<string>(DocumentTable.Key) ?? throw new InvalidOperationException($"{entity.LogicalName} has no key.");
        if (!keys.Add(entity.LogicalName + " " + key))
        {
            throw new InvalidOperationException($"Key {key} of {entity.LogicalName} is taken.");
        }

        Written.Add(Copy(entity));
        var stored = Copy(entity);
        stored[CreatedOn] = Now;
        stored[ModifiedOn] = Now;
        var id = Seed(stored);
        undo.Push(() =>
        {
            Table(entity.LogicalName).Remove(id);
            keys.Remove(entity.LogicalName + " " + key);
        });
        foreach (var related in entity.RelatedEntities)
        {
            var lookup = related.Key.SchemaName switch
            {
                Relationships.LinesOfPreparation => DocumentLineTable.PreparationId,
                Relationships.SourceLinesOfDocument => SourceLineTable.DocumentId,
                var other => throw new NotSupportedException($"Relationship {other} is not known here."),
            };
            var outer = Caller;
            Caller = Nested(entity);
            foreach (var child in related.Value.Entities)
            {
                child[lookup] = new EntityReference(entity.LogicalName, id);
                CreateRow(child);
            }

            Caller = outer;
        }

        return id;
    }

    // Rows that come with another one are created inside its creation.
    private FakeContext Nested(Entity entity) =>
        new()
        {
            MessageName = "Create",
            PrimaryEntityName = entity.LogicalName,
            Stage = 30,
            ParentContext = Caller,
            OperationCreatedOn = Now,
            InitiatingUserId = Caller?.InitiatingUserId ?? User,
            InitiatingUserApplicationId = (Caller as IPluginExecutionContext2)?.InitiatingUserApplicationId ?? Application,
        };

    /// <summary>Updates a row as from inside one of our own custom APIs.</summary>
    public void UpdateInside(string message, Entity entity)
    {
        var before = Caller;
        Caller = new FakeContext
        {
            MessageName = "Update",
            Stage = 20,
            ParentContext = FakeContext.OfApi(message),
        };
        Update(entity);
        Caller = before;
    }

    private void RunStep(string message, Entity target, Entity? before)
    {
        foreach (var step in StepRegistry.Called(message, target))
        {
            var context = FakeContext.OfStep(message, target, before, Caller, User, Application, step, acting);
            ((IPlugin)Activator.CreateInstance(step.Plugin)!).Execute(new FakeServices(context, this));
        }
    }

    private Dictionary<Guid, Entity> Table(string name)
    {
        if (!tables.TryGetValue(name, out var table))
        {
            tables[name] = table = [];
        }

        return table;
    }

    private static Entity Copy(Entity row)
    {
        var copy = new Entity(row.LogicalName, row.Id);
        copy.Attributes.AddRange(row.Attributes);
        return copy;
    }
}
