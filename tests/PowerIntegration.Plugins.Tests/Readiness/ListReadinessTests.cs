using System.Text.Json;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Tests.Builders;
using PowerIntegration.Plugins.Dispatch;
using PowerIntegration.Plugins.Tests.Sites;
using PowerIntegration.Tables;
using Xunit;

namespace PowerIntegration.Plugins.Tests.Readiness;

public sealed class ListReadinessTests
{
    private const string Code = "26-240.SUB";

    private readonly Site site = new();

    public ListReadinessTests()
    {
        var environment = new EntityReference(EnvironmentTable.LogicalName, site.Environment);
        site.Dataverse.Row(ProjectTable.LogicalName, site.Project)[ProjectTable.EnvironmentId] = environment;
        site.Dataverse.Row(PayablesSetupTable.LogicalName, site.Payables)[PayablesSetupTable.EnvironmentId] = environment;
        site.AddOwnership(DocumentTypeChoice.RetainageRelease, ApprovalPlaceChoice.Oracle, "decided");
        AddCode(Code, "2600", "26-240");
    }

    [Fact]
    public void A_project_whose_terms_name_no_place_has_one_open_decision_and_nothing_is_written()
    {
        var answer = List();
        Assert.Equal("Undecided 1", $"{answer["State"]} {answer["UndecidedCount"]}");
        Assert.Contains("Billing terms proven has 1 open decision", (string)answer["Message"], StringComparison.Ordinal);
        Assert.Equal(
            ["structure ready", "ownership ready", "billing undecided"],
            Lessons(answer).Select(lesson => $"{lesson.GetProperty("lesson")} {lesson.GetProperty("state")}")
        );
        Assert.Contains("name no jurisdiction", Sentence(answer, "billing"), StringComparison.Ordinal);
        Assert.Equal("pint_commitmentterms Controller", Shown(Items(answer, "billing")[0], "table", "role"));
        Assert.Empty(site.Dataverse.Written);
    }

    [Fact]
    public void Everything_is_read_in_fourteen_requests_whatever_the_number_of_rows()
    {
        site.MoveTo("US-NV");
        foreach (var number in Enumerable.Range(1, 12))
        {
            var contract = site.AddContract($"SC-{number + 10}", MatchingChoice.Matched);
            site.Dataverse.Row(CommitmentTable.LogicalName, contract)[CommitmentTable.OpeningGross] = 1m;
            site.AddDocument(
                Sample.Application(1, 0m, [Sample.Line(1, 1000m, 0m, 100m, 0m, 10m, 0m, 0m)]) with
                {
                    ProcoreId = $"{number}",
                },
                1,
                contract
            );
        }

        List();
        Assert.Equal(14, site.Dataverse.Requests.Count);
        Assert.Equal(14, site.Dataverse.Requests.Distinct().Count());
    }

    [Fact]
    public void A_code_that_an_open_document_bills_is_named_and_one_of_a_line_that_does_not_move_is_not()
    {
        var moved = Sample.Line(1, 1000m, 0m, 100m, 0m, 10m, 0m, 0m) with { CostCode = "07-840", CostType = "FIRE" };
        var still = Sample.Line(2, 1000m, 0m, 0m, 0m, 0m, 0m, 0m) with { CostCode = "09-900", CostType = "PAINT" };
        site.AddDocument(Sample.Application(1, 0m, [moved, still]));
        var answer = List();
        Assert.Equal("Blocked", answer["State"]);
        var item = Assert.Single(Items(answer, "structure"));
        Assert.Equal("blocked pint_wbsmappingrule Mapping Administrator 1", Shown(item, "state", "table", "role", "documents"));
        Assert.Contains("add a mapping for 07-840 / FIRE", item.GetProperty("sentence").GetString(), StringComparison.Ordinal);
        Assert.Contains("1 document for 90.00 USD waits for this.", item.GetProperty("sentence").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_void_frozen_or_replaced_by_a_revision_waits_for_nothing()
    {
        var line = Sample.Line(1, 1000m, 0m, 100m, 0m, 10m, 0m, 0m);
        var wrong = Sample.Application(1, 0m, [line with { CostType = "FIRE" }]);
        Set(site.AddDocument(wrong), DocumentStateChoice.Refused, "source-void");
        Set(site.AddDocument(wrong with { ProcoreId = "2" }), DocumentStateChoice.Prepared, null);
        site.AddDocument(wrong with { ProcoreId = "3" });
        site.AddDocument(Sample.Application(1, 0m, [line]) with { ProcoreId = "3" }, 2);
        Assert.Empty(Items(List(), "structure"));
    }

    [Fact]
    public void Codes_of_Procore_that_nothing_bills_are_counted()
    {
        AddCode("09-900.MAT", null, "09-900", "MAT");
        Assert.Contains("1 code of project FYT-2401 Fulton Yards Tower", Sentence(List(), "structure"), StringComparison.Ordinal);
    }

    [Fact]
    public void Drafts_are_told_with_who_entered_them_and_lead_to_their_row()
    {
        var rule = site.AddRule("07-840", "SUB", "0784", RuleStateChoice.Draft);
        Enter(WbsMappingRuleTable.LogicalName, rule);
        var terms = site.AddTerms(site.Commitment, Site.TermsOf("SC-002") with { Key = "TERMS|2", Number = 2 }, RuleStateChoice.Draft);
        Enter(CommitmentTermsTable.LogicalName, terms);
        var ownership = site.AddOwnership(DocumentTypeChoice.SubcontractorInvoice, ApprovalPlaceChoice.Teams, "approved");
        site.Dataverse.Row(OwnershipRuleTable.LogicalName, ownership)[OwnershipRuleTable.RuleState] = new OptionSetValue(RuleStateChoice.Draft);
        Enter(OwnershipRuleTable.LogicalName, ownership);
        Enter(PayablesSetupTable.LogicalName, AddDraft(PayablesSetupTable.LogicalName, PayablesSetupTable.ReplacesId, site.Payables));
        Enter(ProjectTable.LogicalName, AddDraft(ProjectTable.LogicalName, ProjectTable.ReplacesId, site.Project));
        AddDraft(ProjectTable.LogicalName, ProjectTable.ReplacesId, site.Project);

        var answer = List();
        Assert.Equal($"{rule}", Shown(Items(answer, "structure")[0], "row"));
        Assert.Equal($"{ownership}", Shown(Items(answer, "ownership")[0], "row"));
        var billing = Items(answer, "billing")
            .Where(item => item.GetProperty("sentence").GetString()!.Contains("entered by Dana Kowalski is a draft", StringComparison.Ordinal))
            .ToList();
        Assert.Equal(["pint_commitmentterms", "pint_payablessetup"], billing.Select(item => Shown(item, "table")).Order(StringComparer.Ordinal));
        Assert.Contains(billing, item => Shown(item, "row") == $"{terms}");
        Assert.Contains(
            "Project: 2 drafts entered by Dana Kowalski: NEW and NEW.",
            string.Join(" ", Items(answer, "billing")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Where_Teams_decides_the_approver_is_looked_up_by_name()
    {
        site.Dataverse.Row(OwnershipRuleTable.LogicalName, site.Dataverse.All(OwnershipRuleTable.LogicalName)[0].Id)[
            OwnershipRuleTable.ApprovalPlace
        ] = new OptionSetValue(ApprovalPlaceChoice.Teams);
        Assert.Contains("no one may approve them", Sentence(List(), "ownership"), StringComparison.Ordinal);
        var authority = site.Add(
            ApprovalAuthorityTable.LogicalName,
            (ApprovalAuthorityTable.Key, "AUTHORITY|1"),
            (ApprovalAuthorityTable.EnvironmentId, new EntityReference(EnvironmentTable.LogicalName, site.Environment)),
            (ApprovalAuthorityTable.DocumentType, new OptionSetValue(DocumentTypeChoice.SubcontractorInvoice)),
            (ApprovalAuthorityTable.ApproverId, new EntityReference("systemuser", site.Luis)),
            (ApprovalAuthorityTable.LimitAmount, 5000m),
            (ApprovalAuthorityTable.Currency, "USD"),
            (ApprovalAuthorityTable.ValidFrom, new DateTime(2025, 1, 1)),
            (ApprovalAuthorityTable.RuleState, new OptionSetValue(RuleStateChoice.Active))
        );
        Assert.Contains("Luis Ortega has no sign-in address", string.Join(" ", Items(List(), "ownership")), StringComparison.Ordinal);
        site.Dataverse.Row("systemuser", site.Luis)["domainname"] = "luis@lakeshorebuilders.example";
        Assert.Empty(Items(List(), "ownership"));
        site.Dataverse.Row(ApprovalAuthorityTable.LogicalName, authority)[ApprovalAuthorityTable.ProjectId] = new EntityReference(
            ProjectTable.LogicalName,
            Guid.Empty
        );
        Assert.Contains("no one may approve them", Sentence(List(), "ownership"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_that_was_just_begun_is_listed_and_nothing_fails()
    {
        var project = site.Add(
            ProjectTable.LogicalName,
            (ProjectTable.Key, "NEW"),
            (ProjectTable.RuleState, new OptionSetValue(RuleStateChoice.Draft))
        );
        var answer = List(project);
        Assert.Equal("Undecided", answer["State"]);
        var said = string.Join(
            " ",
            Lessons(answer)
                .SelectMany(lesson => lesson.GetProperty("items").EnumerateArray())
                .Select(item => item.GetProperty("sentence").GetString())
        );
        foreach (
            var part in new[] { "no Oracle project number", "no active ownership rule", "is not active", "no Payables setup", "no commitment here" }
        )
        {
            Assert.Contains(part, said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_project_that_does_not_exist_and_a_missing_parameter_are_refused_by_name()
    {
        var unknown = Assert.Throws<InvalidPluginExecutionException>(() => List(Guid.Empty));
        Assert.Contains($"Project {Guid.Empty} does not exist, or you may not see it.", unknown.Message, StringComparison.Ordinal);
        var missing = Assert.Throws<InvalidPluginExecutionException>(() => site.Call(new ListReadiness(), "pint_ListReadiness"));
        Assert.Contains("ProjectId", missing.Message, StringComparison.Ordinal);
    }

    private ParameterCollection List(Guid? project = null) =>
        site.Call(new ListReadiness(), "pint_ListReadiness", ("ProjectId", project ?? site.Project));

    private static List<JsonElement> Lessons(ParameterCollection answer) =>
        [.. JsonDocument.Parse((string)answer["Readiness"]).RootElement.GetProperty("lessons").EnumerateArray()];

    private static List<JsonElement> Items(ParameterCollection answer, string lesson) =>
        [.. Lessons(answer).Single(one => one.GetProperty("lesson").GetString() == lesson).GetProperty("items").EnumerateArray()];

    private static string Sentence(ParameterCollection answer, string lesson) => Items(answer, lesson)[0].GetProperty("sentence").GetString()!;

    private static string Shown(JsonElement item, params string[] fields) =>
        string.Join(" ", fields.Select(field => item.GetProperty(field).ToString()));

    private void AddCode(string name, string? segment, string costCode, string costType = "SUB") =>
        site.Add(
            ProcoreWbsCodeTable.LogicalName,
            (ProcoreWbsCodeTable.ProjectId, new EntityReference(ProjectTable.LogicalName, site.Project)),
            (ProcoreWbsCodeTable.FlatCode, name),
            (ProcoreWbsCodeTable.TaskSegmentCode, segment),
            (ProcoreWbsCodeTable.CostCode, costCode),
            (ProcoreWbsCodeTable.CostType, costType)
        );

    private Guid AddDraft(string table, string column, Guid replaced) =>
        site.Add(
            table,
            (column, new EntityReference(table, replaced)),
            (ProjectTable.Key, "NEW"),
            (ProjectTable.RuleState, new OptionSetValue(RuleStateChoice.Draft))
        );

    private void Enter(string table, Guid id)
    {
        var row = site.Dataverse.Row(table, id);
        row[ProjectTable.ContributorIds] = site.Dana.ToString("D");
        row[ProjectTable.Contributors] = "Dana Kowalski";
    }

    private void Set(Guid document, int state, string? reason)
    {
        var row = site.Dataverse.Row(DocumentTable.LogicalName, document);
        row[DocumentTable.DocumentState] = new OptionSetValue(state);
        row[DocumentTable.ReasonCode] = reason;
    }
}
