using System.Text.Json.Nodes;
using PowerIntegration.Local.Oracle.Rest;
using PowerIntegration.Local.Storage;

namespace PowerIntegration.Local.Oracle.Projects;

/// <summary>
/// Projects, expenditure types and organizations: those of the seed, with what changed since. A change is in the file before it is in memory.
/// </summary>
internal sealed class ProjectBook
{
    public const string ProjectKind = "project";
    public const string TypeKind = "expenditureType";
    public const string OrganizationKind = "organization";
    private readonly RowFile file;
    private readonly Dictionary<string, List<JsonObject>> records;
    private readonly Dictionary<string, JsonObject> projectsByNumber;

    /// <param name="projects">Projects of the seed.</param>
    /// <param name="types">Its expenditure types.</param>
    /// <param name="organizations">Its organizations.</param>
    /// <param name="file">What changed since.</param>
    public ProjectBook(IReadOnlyList<JsonObject> projects, IReadOnlyList<JsonObject> types, IReadOnlyList<JsonObject> organizations, RowFile file)
    {
        this.file = file;
        records = new Dictionary<string, List<JsonObject>>(StringComparer.Ordinal)
        {
            [ProjectKind] = [.. projects],
            [TypeKind] = [.. types],
            [OrganizationKind] = [.. organizations],
        };
        foreach (var row in file.Load().Where(row => records.ContainsKey(row.Kind)))
        {
            Put(row.Kind, JsonNode.Parse(row.Json!)!.AsObject());
        }

        projectsByNumber = Projects.ToDictionary(row => row.Text("ProjectNumber")!, StringComparer.Ordinal);
    }

    public IReadOnlyList<JsonObject> Projects => records[ProjectKind];

    public IReadOnlyList<JsonObject> ExpenditureTypes => records[TypeKind];

    public IReadOnlyList<JsonObject> Organizations => records[OrganizationKind];

    public JsonObject? Project(string number) => projectsByNumber.GetValueOrDefault(number);

    public JsonObject? ExpenditureType(string name) => ExpenditureTypes.FirstOrDefault(type => type.Text("ExpenditureTypeName") == name);

    /// <summary>Rows of an organization that owns expenditures; one that says no type does.</summary>
    public IEnumerable<JsonObject> ExpenditureOrganizations(string name) =>
        Organizations.Where(one =>
            one.Text("OrganizationName") == name
            && (one.Text("ProjectOrganizationType") ?? AssumedFacts.ExpenditureOrganization) == AssumedFacts.ExpenditureOrganization
        );

    /// <summary>Whether an organization owns expenditures on a day.</summary>
    public bool OwnsExpenditures(string name, string date) =>
        ExpenditureOrganizations(name).Any(one => ActiveDates.Contains(one, "EffectiveStartDate", "EffectiveEndDate", date));

    /// <summary>Stores changed records of one kind, all or none.</summary>
    public void Commit(string kind, params IReadOnlyList<JsonObject> rows)
    {
        file.Commit([.. rows.Select(row => new StoredRow(kind, KeyOf(kind, row), row.ToJsonString()))]);
        foreach (var row in rows)
        {
            Put(kind, row);
            if (kind == ProjectKind)
            {
                projectsByNumber[row.Text("ProjectNumber")!] = row;
            }
        }
    }

    private void Put(string kind, JsonObject row)
    {
        var rows = records[kind];
        var key = KeyOf(kind, row);
        var index = rows.FindIndex(one => KeyOf(kind, one) == key);
        if (index < 0)
        {
            rows.Add(row);
        }
        else
        {
            rows[index] = row;
        }
    }

    private static string KeyOf(string kind, JsonObject row) =>
        kind switch
        {
            ProjectKind => row.Id("ProjectId").ToString(CultureInfo.InvariantCulture),
            TypeKind => row.Id("ExpenditureTypeId").ToString(CultureInfo.InvariantCulture),
            _ => $"{row.Id("OrganizationId")}|{row.Number("BusinessUnitId")}|{row.Text("ProjectOrganizationType")}",
        };
}
