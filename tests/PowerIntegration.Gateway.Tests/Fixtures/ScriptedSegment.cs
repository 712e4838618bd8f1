using System.Net.Http;
using System.Text.Json.Nodes;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Tables;
using PowerIntegration.Tables.Rows;

namespace PowerIntegration.Gateway.Tests.Fixtures;

/// <summary>One project whose task segment Procore keeps: items that are made and changed, each changed one with another id, and codes.</summary>
internal sealed class ScriptedSegment
{
    public const string Project = ProcoreRequisition.ProjectId;
    public const string Wbs = $"/rest/v1.0/projects/{Project}/work_breakdown_structure";
    public const string Address = Wbs + "/segments/7/segment_items";
    public const string CodesAddress = Wbs + "/wbs_codes";
    public const string Oracle = "/fscmRestApi/resources/11.13.18.05/projects";

    public SortedDictionary<int, JsonObject> Items { get; } = [];

    public int NextId { get; private set; } = 100;

    /// <summary>Codes by the ids of their items: cost code, and task where there is one.</summary>
    public Dictionary<string, JsonObject> Codes { get; } = new(StringComparer.Ordinal);

    /// <summary>Ids of items that no new code takes.</summary>
    public HashSet<int> Refused { get; } = [];

    public static string? Message(GatewayHost host, Guid run) => new RowView(host.Dataverse.Row(RunTable.LogicalName, run)).Text(RunTable.Message);

    public Guid Arrange(GatewayHost host, string structure, params Entity[] tasks)
    {
        host.Oracle.On("GET", Oracle + "?", """{"items":[{"ProjectId":300}],"hasMore":false}""");
        host.Procore.On("GET", "/rest/v1.0/companies", $$"""[{"id":{{GatewayHost.CompanyId}} }]""");
        host.Procore.On("GET", "/rest/v1.1/projects", $$"""[{"id":{{Project}},"company":{"id":{{GatewayHost.CompanyId}} } }]""");
        host.Procore.On("GET", Wbs + "/patterns", Pattern(structure, modifies: true));
        host.Procore.On("GET", Address, _ => List());
        host.Procore.On("POST", Address, Create);
        host.Procore.On("PATCH", Address, Change);
        host.Procore.On("GET", CodesAddress, _ => ScriptedWire.Json(new JsonArray([.. Codes.Values.Select(CodeWire)]).ToJsonString()));
        host.Procore.On("PATCH", CodesAddress + "/bulk_create", CreateCodes);
        var project = host
            .Dataverse.Add(
                ProjectTable.LogicalName,
                "LAKESHORE|1|PROCORE|PROJECT|1",
                (ProjectTable.Name, "Tower"),
                (ProjectTable.EnvironmentId, new EntityReference(EnvironmentTable.LogicalName, host.EnvironmentId)),
                (ProjectTable.ProcoreId, Project),
                (ProjectTable.OracleProjectNumber, "P-1"),
                (ProjectTable.TaskSegment, "Oracle Task"),
                (ProjectTable.ExpenditureOrganization, "Lakeshore"),
                (ProjectTable.StructureReadOn, host.Clock.GetUtcNow().UtcDateTime),
                (ProjectTable.RuleState, new OptionSetValue(RuleStateChoice.Active))
            )
            .Id;
        foreach (var task in tasks)
        {
            task[OracleTaskTable.ProjectId] = new EntityReference(ProjectTable.LogicalName, project);
            host.Dataverse.Add(
                OracleTaskTable.LogicalName,
                "TASK-" + task[OracleTaskTable.TaskNumber],
                [.. task.Attributes.Select(value => (value.Key, (object?)value.Value))]
            );
        }

        return project;
    }

    public static string Pattern(string structure, bool modifies) =>
        new JsonObject
        {
            ["segments"] = new JsonArray(
                new JsonObject
                {
                    ["id"] = 6,
                    ["type"] = "cost_code",
                    ["name"] = "Cost Code",
                },
                new JsonObject
                {
                    ["id"] = 7,
                    ["type"] = "custom",
                    ["name"] = "oracle task",
                    ["structure"] = structure,
                    ["delimiter"] = ".",
                    ["project_can_modify_origin_project"] = modifies,
                }
            ),
        }.ToJsonString();

    public HttpResponseMessage List() => ScriptedWire.Json(new JsonArray([.. Items.Values.Select(Wire)]).ToJsonString());

    public HttpResponseMessage Create(WireCall call)
    {
        var body = JsonNode.Parse(call.Body)!;
        var item = Item(body["code"]!.ToString(), body["name"]!.ToString());
        item["parent_id"] = body["parent_id"]?.DeepClone();
        return ScriptedWire.Json(Wire(item).ToJsonString(), 201);
    }

    // A changed item has another id.
    public HttpResponseMessage Change(WireCall call)
    {
        var id = int.Parse(call.Address[(call.Address.LastIndexOf('/') + 1)..], CultureInfo.InvariantCulture);
        if (!Items.Remove(id, out var item))
        {
            return ScriptedWire.Json("""{"errors":"Not found"}""", 404);
        }

        foreach (var (name, value) in JsonNode.Parse(call.Body)!.AsObject())
        {
            item[name] = value?.DeepClone();
        }

        Renumber(id, item);
        return ScriptedWire.Json(Wire(item).ToJsonString());
    }

    /// <summary>A person changes the names of items in Procore, which gives each another id.</summary>
    public void Disturb(Func<JsonObject, bool> which)
    {
        foreach (var (id, item) in Items.Where(one => which(one.Value)).ToList())
        {
            Items.Remove(id);
            item["name"] = "Changed by a person";
            Renumber(id, item);
        }
    }

    public JsonObject Item(string code, string name) =>
        Items[NextId] = new JsonObject
        {
            ["id"] = NextId++,
            ["code"] = code,
            ["name"] = name,
            ["status"] = "active",
            ["in_use"] = true,
        };

    /// <summary>A code in use, with a rule for its cost code where a task is given.</summary>
    public void CodeInUse(GatewayHost host, int costCode, string? task)
    {
        var project = host.Dataverse.Rows(ProjectTable.LogicalName).Single().ToEntityReference();
        var code = Code([costCode]);
        var id = code["id"]!.ToString();
        host.Dataverse.Add(
            ProcoreWbsCodeTable.LogicalName,
            "CODE-" + id,
            (ProcoreWbsCodeTable.ProjectId, project),
            (ProcoreWbsCodeTable.ProcoreId, id),
            (ProcoreWbsCodeTable.InUse, true)
        );
        if (task is not null)
        {
            host.Dataverse.Add(
                WbsMappingRuleTable.LogicalName,
                "RULE-" + id,
                (WbsMappingRuleTable.ProjectId, project),
                (WbsMappingRuleTable.RuleState, new OptionSetValue(RuleStateChoice.Active)),
                (WbsMappingRuleTable.CostCode, CostCode(costCode)),
                (WbsMappingRuleTable.TaskNumber, task),
                (WbsMappingRuleTable.ExpenditureType, "Subcontract"),
                (WbsMappingRuleTable.ValidFrom, new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc))
            );
        }
    }

    /// <summary>The codes as people see them.</summary>
    public IEnumerable<string> ListedCodes() => Codes.Values.Select(code => CodeWire(code)["flat_code"]!.ToString()).Order(StringComparer.Ordinal);

    public JsonObject Code(IReadOnlyList<int> items)
    {
        var key = string.Join('|', items.Order());
        if (!Codes.TryGetValue(key, out var code))
        {
            code = new JsonObject { ["id"] = 9000 + Codes.Count, ["items"] = new JsonArray([.. items.Select(item => (JsonNode)item)]) };
            Codes[key] = code;
        }

        return code;
    }

    // What cannot be taken is answered beside what was taken.
    public HttpResponseMessage CreateCodes(WireCall call)
    {
        var entities = new JsonArray();
        var errors = new JsonArray();
        foreach (var row in JsonNode.Parse(call.Body)!["bulk"]!.AsArray())
        {
            List<int> ids = [.. row!["segment_items"]!.AsArray().Select(item => item!["segment_item_id"]!.GetValue<int>())];
            if (ids.Exists(Refused.Contains) || ids.Exists(id => id >= 100 && !Items.ContainsKey(id)))
            {
                var error = row.DeepClone().AsObject();
                error["errors"] = new JsonObject { ["segment_items"] = new JsonArray("no item " + ids[0].ToString(CultureInfo.InvariantCulture)) };
                errors.Add(error);
            }
            else
            {
                entities.Add(CodeWire(Code(ids)));
            }
        }

        return ScriptedWire.Json(new JsonObject { ["entities"] = entities, ["errors"] = errors }.ToJsonString(), 201);
    }

    // What is below it and the codes that have it follow it.
    private void Renumber(int id, JsonObject item)
    {
        item["id"] = NextId;
        Items[NextId] = item;
        foreach (var below in Items.Values.Where(one => one["parent_id"]?.GetValue<int>() == id))
        {
            below["parent_id"] = NextId;
        }

        foreach (var (key, code) in Codes.ToList())
        {
            List<int> items = [.. code["items"]!.AsArray().Select(one => one!.GetValue<int>())];
            if (items.Remove(id))
            {
                items.Add(NextId);
                code["items"] = new JsonArray([.. items.Select(one => (JsonNode)one)]);
                Codes.Remove(key);
                Codes[string.Join('|', items.Order())] = code;
            }
        }

        NextId++;
    }

    private static string CostCode(int item) => "07-" + item.ToString("000", CultureInfo.InvariantCulture);

    private JsonObject CodeWire(JsonObject code)
    {
        List<JsonObject> parts =
        [
            .. code["items"]!.AsArray().Select(id => Part(id!.GetValue<int>())).OrderBy(part => part["segment"]!["id"]!.GetValue<int>()),
        ];
        return new JsonObject
        {
            ["id"] = code["id"]!.DeepClone(),
            ["flat_code"] = string.Join('.', parts.Select(part => part["path_code"]!.ToString())),
            ["status"] = "active",
            ["segment_items"] = new JsonArray([.. parts]),
        };
    }

    private JsonObject Part(int id) =>
        id < 100
            ? new JsonObject
            {
                ["id"] = id,
                ["code"] = CostCode(id),
                ["path_code"] = CostCode(id),
                ["path_codes"] = new JsonArray(CostCode(id)),
                ["status"] = "active",
                ["segment"] = new JsonObject
                {
                    ["id"] = 6,
                    ["type"] = "cost_code",
                    ["name"] = "Cost Code",
                },
            }
            : OfTask(Wire(Items[id]));

    private static JsonObject OfTask(JsonObject item)
    {
        item["path_code"] = string.Join('-', item["path_codes"]!.AsArray().Select(code => code!.ToString()));
        item["segment"] = new JsonObject
        {
            ["id"] = 7,
            ["type"] = "custom",
            ["name"] = "oracle task",
        };
        return item;
    }

    private JsonObject Wire(JsonObject item)
    {
        var copy = item.DeepClone().AsObject();
        var above = item["parent_id"] is { } parent ? Items[parent.GetValue<int>()]["code"]!.ToString() : null;
        copy["path_codes"] = above is null ? new JsonArray(item["code"]!.ToString()) : new JsonArray(above, item["code"]!.ToString());
        return copy;
    }

    public IEnumerable<string> Listed() =>
        Items
            .Values.Select(item => $"{string.Join("-", Wire(item)["path_codes"]!.AsArray())} {item["name"]} {item["status"]}")
            .Order(StringComparer.Ordinal);

    public static Guid Run(GatewayHost host, string key = "LAKESHORE|1|RUN|SEGMENT|1|1") =>
        host
            .Dataverse.Add(
                RunTable.LogicalName,
                key,
                (RunTable.EnvironmentId, new EntityReference(EnvironmentTable.LogicalName, host.EnvironmentId)),
                (RunTable.ProjectId, new EntityReference(ProjectTable.LogicalName, host.Dataverse.Rows(ProjectTable.LogicalName).Single().Id)),
                (RunTable.RunKind, new OptionSetValue(RunKindChoice.TaskSegment)),
                (RunTable.RunState, new OptionSetValue(RunStateChoice.Waiting))
            )
            .Id;

    public static Entity Task(string number, string? parent, bool lowest = true, bool chargeable = true) =>
        new(OracleTaskTable.LogicalName)
        {
            [OracleTaskTable.TaskNumber] = number,
            [OracleTaskTable.Name] = $"{number} Task {number}",
            [OracleTaskTable.ParentNumber] = parent,
            [OracleTaskTable.LowestLevel] = lowest,
            [OracleTaskTable.Chargeable] = chargeable,
        };
}
