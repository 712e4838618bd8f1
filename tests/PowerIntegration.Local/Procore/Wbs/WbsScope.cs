using PowerIntegration.Local.Procore.Records;

namespace PowerIntegration.Local.Procore.Wbs;

/// <summary>Whose structure is meant: a project's or the company's.</summary>
/// <param name="PatternKind">Kind of the pattern's record.</param>
/// <param name="ItemKind">Kind of the items' records.</param>
/// <param name="OwnerField">Field of a record that names its owner; it is not answered.</param>
/// <param name="OwnerId">The project or the company.</param>
internal sealed record WbsScope(string PatternKind, string ItemKind, string OwnerField, long OwnerId)
{
    public const string ProjectField = "project_id";
    public const string CompanyField = "company_id";

    public bool IsProject => OwnerField == ProjectField;

    public static WbsScope Project(long id) => new(RecordKind.WbsPatterns, RecordKind.WbsSegmentItems, ProjectField, id);

    public static WbsScope Company(long id) => new(RecordKind.CompanyWbsPatterns, RecordKind.CompanyWbsSegmentItems, CompanyField, id);
}
