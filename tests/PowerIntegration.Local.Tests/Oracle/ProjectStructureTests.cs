using System.Net;
using System.Net.Http;
using System.Text.Json.Nodes;
using PowerIntegration.Local.Oracle.Projects;
using Xunit;

namespace PowerIntegration.Local.Tests.Oracle;

/// <summary>Tasks, expenditure types, organizations and transaction controls: read, found by their last change, and changed by people.</summary>
public sealed class ProjectStructureTests
{
    private const string Tasks = "projects/300000331530301/child/Tasks";
    private const string Project = "RT-1";
    private const string Before = "2025-11-03T09:00:00.000Z";
    private static readonly DateOnly Today = new(2025, 11, 3);

    public static TheoryData<string, string> TaskChanges =>
        new()
        {
            { "rename", """{"TaskName":"Forms"}""" },
            { "renumber", """{"TaskNumber":"3199"}""" },
            { "close", """{"TaskFinishDate":"2025-11-03"}""" },
            { "lock", """{"ChargeableFlag":false}""" },
            { "summary", """{"LowestTask":false}""" },
        };

    [Theory]
    [MemberData(nameof(TaskChanges))]
    public async Task A_changed_task_is_found_by_its_last_change_and_no_other(string change, string expected)
    {
        await using var pod = await Pod.StartAsync();
        pod.Clock.Advance(TimeSpan.FromMinutes(5));
        var task = (await Items(pod, Tasks + "?q=TaskNumber='3100'")).Single();
        ChangeTask(pod.Simulator.Projects, change);

        var changed = (await Items(pod, $"{Tasks}?orderBy=TaskId:asc&q=LastUpdateDate>'{Before}'"))[0];
        Assert.Equal(task["TaskId"]!.ToString(), changed["TaskId"]!.ToString());
        Assert.Equal("2025-11-03T09:05:00.000+00:00", changed["LastUpdateDate"]!.ToString());
        foreach (var (name, value) in JsonNode.Parse(expected)!.AsObject())
        {
            Assert.NotEqual(value!.ToJsonString(), task[name]!.ToJsonString());
            Assert.Equal(value!.ToJsonString(), changed[name]!.ToJsonString());
        }

        Assert.Equal(change == "summary" ? 2 : 1, (await Items(pod, $"{Tasks}?q=LastUpdateDate>'{Before}'")).Count);
        Assert.Empty(await Items(pod, $"projects?q=LastUpdateDate>'{Before}'"));
    }

    [Fact]
    public async Task A_task_below_another_makes_it_a_summary_and_takes_its_days()
    {
        await using var pod = await Pod.StartAsync();
        pod.Simulator.Projects.AddTask(Project, "3100", "3110", "Wall forms");
        var task = (await Items(pod, Tasks + "?q=TaskNumber='3110'")).Single();
        var parent = (await Items(pod, Tasks + "?q=TaskNumber='3100'")).Single();
        Assert.Equal(parent["TaskId"]!.ToString(), task["ParentTaskId"]!.ToString());
        Assert.Equal(("2025-01-01", "2025-11-15"), (task["TaskStartDate"]!.ToString(), task["TaskFinishDate"]!.ToString()));
        Assert.True((bool)task["LowestTask"]! && (bool)task["ChargeableFlag"]! && !(bool)parent["LowestTask"]!);
        Assert.Contains("isn't a lowest-level task", await pod.RefusalAsync(Coded("A-1")), StringComparison.Ordinal);
        await pod.CreateAsync(Coded("A-1", task: "3110"));
    }

    [Theory]
    [InlineData("rename", null)]
    [InlineData("renumber", "doesn't exist")]
    [InlineData("close", "doesn't include the expenditure item date")]
    [InlineData("lock", "isn't chargeable")]
    [InlineData("summary", "isn't a lowest-level task")]
    public async Task What_people_change_on_a_task_counts_for_the_next_invoice(string change, string? refusal)
    {
        await using var pod = await Pod.StartAsync();
        ChangeTask(pod.Simulator.Projects, change);
        if (refusal is null)
        {
            await pod.CreateAsync(Coded("A-1", date: "2025-11-04"));
        }
        else
        {
            Assert.Contains(refusal, await pod.RefusalAsync(Coded("A-1", date: "2025-11-04")), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Expenditure_types_show_their_classes_in_the_list_and_their_last_change()
    {
        await using var pod = await StartLakeshoreAsync();
        var types = await Items(pod, "expenditureTypesLOV?expand=ExpenditureTypeClassesLOV&limit=499", 2);
        Assert.Equal(
            "Equipment Rental: VI USG, Labor: ST OT, Material: VI INV, Subcontract: VI",
            string.Join(
                ", ",
                types
                    .OrderBy(type => type["ExpenditureTypeName"]!.ToString(), StringComparer.Ordinal)
                    .Select(type =>
                        type["ExpenditureTypeName"]
                        + ": "
                        + string.Join(' ', type["ExpenditureTypeClassesLOV"]!.AsArray().Select(one => one!["ExpenditureTypeClassCode"]!.ToString()))
                    )
            )
        );
        var child = await Items(pod, $"expenditureTypesLOV/{types[0]["ExpenditureTypeId"]}/child/ExpenditureTypeClassesLOV");
        Assert.Equal("Supplier Invoice", child.Single()["ExpenditureTypeClassName"]!.ToString());

        pod.Simulator.Projects.EndExpenditureType("Material", Today);
        foreach (var resource in new[] { "expenditureTypes", "expenditureTypesLOV" })
        {
            var changed = (await Items(pod, $"{resource}?q=LastUpdateDate>='{Before}'")).Single();
            Assert.Equal(("Material", "2025-11-03"), (changed["ExpenditureTypeName"]!.ToString(), changed["ExpenditureTypeEndDate"]!.ToString()));
        }

        Assert.Single(await Items(pod, $"expenditureTypes?q=LastUpdateDate>={Before}", 1));
    }

    [Fact]
    public async Task An_ended_expenditure_type_takes_no_cost_after_its_last_day()
    {
        await using var pod = await Pod.StartAsync();
        pod.Simulator.Projects.EndExpenditureType("Subcontract", Today);
        Assert.Contains(
            "The expenditure type Subcontract isn't valid on 2025-11-04",
            await pod.RefusalAsync(Coded("A-1", date: "2025-11-04")),
            StringComparison.Ordinal
        );
        await pod.CreateAsync(Coded("A-1", date: "2025-11-03"));
    }

    [Fact]
    public async Task A_type_without_the_class_of_supplier_invoices_takes_none()
    {
        await using var pod = await Pod.StartWithAsync(
            "expenditureTypes",
            """
            [{"ExpenditureTypeId": 1, "ExpenditureTypeName": "Subcontract", "ExpenditureTypeClassesLOV":
            [{"ExpenditureTypeClassId": 2, "ExpenditureTypeClassCode": "ST"}]}]
            """
        );
        Assert.Contains("the class for supplier invoices", await pod.RefusalAsync(Coded("A-1")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Organizations_are_read_per_business_unit_and_type_each_under_its_own_key()
    {
        await using var pod = await StartLakeshoreAsync();
        const string Owners = "projectOrganizationsLOV?q=OrganizationName='Chicago Construction' and BusinessUnitName='Lakeshore US BU'";
        var rows = await Items(pod, Owners);
        Assert.Equal(["PA_EXPENDITURE_ORG", "PA_PROJECT_ORG"], rows.Select(row => row["ProjectOrganizationType"]!.ToString()).Order());
        foreach (var row in rows)
        {
            var self = row["links"]!.AsArray().Single(link => link!["rel"]!.ToString() == "self")!;
            Assert.Equal(
                row["ProjectOrganizationType"]!.ToString(),
                (await pod.GetAsync((string)self["href"]!))["ProjectOrganizationType"]!.ToString()
            );
        }

        pod.Simulator.Projects.EndOrganization("Chicago Construction", Today);
        var changed = (await Items(pod, $"projectOrganizationsLOV?q=LastUpdateDate>='{Before}'")).Single();
        Assert.Equal(("PA_EXPENDITURE_ORG", "2025-11-03"), (changed["ProjectOrganizationType"]!.ToString(), changed["EffectiveEndDate"]!.ToString()));
        using var finder = await pod.SendAsync(HttpMethod.Get, "projectOrganizationsLOV?finder=PrimaryKey;OrganizationId=1");
        Assert.Equal(HttpStatusCode.BadRequest, finder.StatusCode);
    }

    [Fact]
    public async Task An_ended_organization_owns_no_cost_after_its_last_day()
    {
        await using var pod = await Pod.StartAsync();
        pod.Simulator.Projects.EndOrganization("Construction East", Today);
        Assert.Contains("isn't an expenditure organization", await pod.RefusalAsync(Coded("A-1", date: "2025-11-04")), StringComparison.Ordinal);
        await pod.CreateAsync(Coded("A-1", date: "2025-11-03"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("3100")]
    public async Task A_transaction_control_is_read_where_it_was_added_and_keeps_its_type_out_on_its_days(string? task)
    {
        await using var pod = await Pod.StartAsync();
        pod.Clock.Advance(TimeSpan.FromMinutes(5));
        pod.Simulator.Projects.AddTransactionControl(Project, task, "Subcontract", new DateOnly(2025, 11, 1), new DateOnly(2025, 11, 4));

        var key = (await Items(pod, Tasks + "?q=TaskNumber='3100'")).Single()["links"]![0]!["href"]!.ToString().Split('/')[^1];
        var path = task is null ? "projects/300000331530301/child/ProjectTransactionControls" : $"{Tasks}/{key}/child/TaskTransactionControls";
        var control = (await Items(pod, $"{path}?q=LastUpdateDate>'{Before}' and ChargeableFlag=false")).Single();
        Assert.Equal(("Subcontract", "2025-11-01"), (control["ExpenditureTypeName"]!.ToString(), control["StartDate"]!.ToString()));
        Assert.Contains("transaction control", await pod.RefusalAsync(Coded("A-1", date: "2025-11-04")), StringComparison.Ordinal);
        await pod.CreateAsync(Coded("A-1", date: "2025-11-05"));
        Assert.Empty(await Items(pod, $"{Tasks}?q=LastUpdateDate>'{Before}'"));
    }

    [Fact]
    public async Task A_control_of_another_task_or_type_keeps_nothing_out()
    {
        await using var pod = await Pod.StartWithAsync(
            "expenditureTypes",
            """[{"ExpenditureTypeId": 1, "ExpenditureTypeName": "Subcontract"}, {"ExpenditureTypeId": 2, "ExpenditureTypeName": "Material"}]"""
        );
        pod.Simulator.Projects.AddTransactionControl(Project, "3200", "Subcontract", new DateOnly(2025, 1, 1));
        pod.Simulator.Projects.AddTransactionControl(Project, null, "Material", new DateOnly(2025, 1, 1));
        await pod.CreateAsync(Coded("A-1"));
        Assert.NotEqual(
            (await Items(pod, "projects/300000331530301/child/ProjectTransactionControls")).Single()["TransactionControlId"]!.ToString(),
            (await Items(pod, "projects?expand=all&q=ProjectNumber='RT-1'", 2)).Single()["Tasks"]![2]!["TaskTransactionControls"]![0]![
                "TransactionControlId"
            ]!.ToString()
        );
    }

    [Fact]
    public async Task A_project_of_another_business_unit_takes_cost_only_where_it_allows_it()
    {
        await using var pod = await Pod.StartWithAsync(
            "projects",
            PodSeed.Projects.Replace(
                "\"ProjectName\": \"Tower\"",
                "\"ProjectName\": \"Tower\", \"BusinessUnitName\": \"Other BU\"",
                StringComparison.Ordinal
            )
        );
        Assert.Contains("doesn't allow charges from Test BU", await pod.RefusalAsync(Coded("A-1")), StringComparison.Ordinal);
        pod.Clock.Advance(TimeSpan.FromMinutes(5));
        pod.Simulator.Projects.SetCrossCharge(Project, true);
        var project = (await Items(pod, $"projects?q=LastUpdateDate>'{Before}' and AllowCrossChargeFlag=true")).Single();
        Assert.Equal("Other BU", project["BusinessUnitName"]!.ToString());
        await pod.CreateAsync(Coded("A-1"));
    }

    [Fact]
    public async Task A_closed_project_takes_no_cost_and_shows_when_it_was_closed()
    {
        await using var pod = await Pod.StartAsync();
        pod.Clock.Advance(TimeSpan.FromMinutes(5));
        pod.Simulator.Projects.SetProjectStatus(Project, "CLOSED");
        Assert.Single(await Items(pod, $"projects?q=LastUpdateDate>'{Before}'"));
        Assert.Contains("doesn't allow new transactions", await pod.RefusalAsync(Coded("A-1")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_thousand_tasks_come_in_pages_each_once()
    {
        await using var pod = await Pod.StartAsync();
        pod.Simulator.Projects.AddTasks(
            Project,
            "03",
            [.. Enumerable.Range(10_000, 4997).Select(number => KeyValuePair.Create($"{number}", $"Task {number}"))]
        );
        var ids = new List<string>();
        JsonObject page;
        do
        {
            page = await pod.GetAsync($"{Tasks}?orderBy=TaskId:asc&limit=500&fields=TaskId&onlyData=true&offset={ids.Count}");
            ids.AddRange(page["items"]!.AsArray().Select(item => item!["TaskId"]!.ToString()));
        } while ((bool)page["hasMore"]!);

        Assert.Equal((5000, 5000), (ids.Count, ids.Distinct().Count()));
        Assert.Equal(11, pod.Simulator.Calls.Count("GET", "projects/{ProjectId}/child/Tasks"));
    }

    [Fact]
    public async Task A_refused_read_says_when_to_come_back_and_the_next_one_has_what_changed_meanwhile()
    {
        await using var pod = await Pod.StartAsync();
        pod.Simulator.Faults.RefuseNextCall(TimeSpan.FromSeconds(17));
        using var refused = await pod.SendAsync(HttpMethod.Get, Tasks);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(17)), (refused.StatusCode, refused.Headers.RetryAfter!.Delta));
        pod.Simulator.Projects.RenameTask(Project, "3100", "Forms");
        Assert.Equal("Forms", (await Items(pod, Tasks + "?q=TaskNumber='3100'")).Single()["TaskName"]!.ToString());
    }

    [Fact]
    public async Task A_changed_task_has_another_entity_tag()
    {
        await using var pod = await Pod.StartAsync();
        var before = await IndicatorAsync(pod);
        pod.Simulator.Projects.RenameTask(Project, "3100", "Forms");
        Assert.NotEqual(before, await IndicatorAsync(pod));
    }

    [Fact]
    public async Task What_people_changed_is_there_after_a_restart()
    {
        var folder = Path.Combine(Path.GetTempPath(), "oracle-pod-" + Path.GetRandomFileName());
        PodSeed.WriteTo(folder);
        await using (var pod = await Pod.StartAsync(folder, folder, keepFolder: true))
        {
            pod.Simulator.Projects.RenumberTask(Project, "3100", "3199");
            pod.Simulator.Projects.EndOrganization("Construction East", Today);
            pod.Simulator.Projects.EndExpenditureType("Subcontract", Today);
        }

        await using (var pod = await Pod.StartAsync(folder, folder, keepFolder: false))
        {
            Assert.Single(await Items(pod, Tasks + "?q=TaskNumber='3199'"));
            Assert.Single(await Items(pod, "projectOrganizationsLOV?q=EffectiveEndDate='2025-11-03'"));
            Assert.Single(await Items(pod, "expenditureTypes?q=ExpenditureTypeEndDate='2025-11-03'"));
            Assert.Equal(2, (await Items(pod, "projects")).Count);
        }
    }

    [Fact]
    public async Task What_is_not_there_or_taken_is_refused_by_name_and_changes_nothing()
    {
        await using var pod = await Pod.StartAsync();
        var people = pod.Simulator.Projects;
        Refused(() => people.RenameTask("X", "3100", "x"), "no project X");
        Refused(() => people.RenameTask(Project, "9", "x"), "has no task 9");
        Refused(() => people.RenumberTask(Project, "3100", "3200"), "has a task 3200 already");
        Refused(() => people.AddTasks(Project, "3100", [KeyValuePair.Create("1", "a"), KeyValuePair.Create("1", "b")]), "has a task 1 already");
        Refused(() => people.EndOrganization("Nowhere", Today), "no expenditure organization Nowhere");
        Refused(() => people.EndExpenditureType("Nothing", Today), "no expenditure type Nothing");
        Refused(() => people.AddTransactionControl(Project, null, "Nothing", Today), "no expenditure type Nothing");
        Refused(() => people.AddTransactionControl(Project, "9", "Subcontract", Today), "has no task 9");
        Assert.Equal(3, (await Items(pod, Tasks)).Count);
        Assert.Empty(await Items(pod, $"{Tasks}?q=LastUpdateDate is not null"));
        await pod.CreateAsync(Coded("A-1"));
    }

    [Theory]
    [InlineData("GET", "projectExpenditureOrganizationsLOV", 404)]
    [InlineData("GET", "expenditureTypes/1/child/ExpenditureTypeClassesLOV", 404)]
    [InlineData("POST", Tasks, 405)]
    [InlineData("POST", "projects/300000331530301/child/ProjectTransactionControls", 405)]
    [InlineData("GET", "expenditureTypes?effectiveDate=2025-11-03", 400)]
    public async Task What_the_simulator_does_not_have_is_refused_by_name(string method, string path, int status)
    {
        await using var pod = await Pod.StartAsync();
        using var answer = await pod.SendAsync(new HttpMethod(method), path, method == "POST" ? new JsonObject() : null);
        Assert.Equal((HttpStatusCode)status, answer.StatusCode);
        Assert.Single(pod.Simulator.NamedRefusals);
    }

    [Fact]
    public async Task The_shipped_rows_cover_what_the_mapping_rules_and_projects_name()
    {
        await using var pod = await StartLakeshoreAsync();
        var seed = Seed.LakeshoreSeed.Load();
        string[] Named(string set, string field) =>
            [.. seed.Dataverse.Where(row => row.Set == set).Select(row => row.Body[field]?.ToString()).OfType<string>().Distinct()];

        var types = (await Items(pod, "expenditureTypes")).Select(type => type["ExpenditureTypeName"]!.ToString()).ToList();
        Assert.All(Named("pint_wbsmappingrules", "pint_expendituretype"), name => Assert.Contains(name, types));
        var owners = (await Items(pod, "projectOrganizationsLOV?q=ProjectOrganizationType='PA_EXPENDITURE_ORG'"))
            .Select(row => row["OrganizationName"]!.ToString())
            .ToList();
        Assert.All(Named("pint_projects", "pint_expenditureorganization"), name => Assert.Contains(name, owners));
        var tasks = await Items(pod, $"{Tasks}?limit=499");
        Assert.All(tasks, task => Assert.NotNull(task["LastUpdateDate"]));
    }

    private static async Task<string> IndicatorAsync(Pod pod) =>
        (await Items(pod, Tasks + "?q=TaskNumber='3100'")).Single()["links"]![0]!["properties"]!["changeIndicator"]!.ToString();

    private static JsonObject Coded(string number, string task = "3100", string date = "2025-11-03") =>
        Payload.Invoice(number, Payload.Coded(100m, task, date: date));

    private static void ChangeTask(ProjectActors people, string change)
    {
        switch (change)
        {
            case "rename":
                people.RenameTask(Project, "3100", "Forms");
                break;
            case "renumber":
                people.RenumberTask(Project, "3100", "3199");
                break;
            case "close":
                people.CloseTask(Project, "3100", Today);
                break;
            case "lock":
                people.SetChargeable(Project, "3100", false);
                break;
            default:
                people.AddTask(Project, "3100", "3110", "Wall forms");
                break;
        }
    }

    private static void Refused(Action act, string words) =>
        Assert.Contains(words, Assert.Throws<InvalidOperationException>(act).Message, StringComparison.Ordinal);

    private static async Task<List<JsonObject>> Items(Pod pod, string path, int framework = 4) =>
        [.. (await pod.GetAsync(path, framework))["items"]!.AsArray().Select(item => item!.AsObject())];

    private static Task<Pod> StartLakeshoreAsync() =>
        Pod.StartAsync(
            Path.Combine(Seed.LakeshoreSeed.Path, "oracle"),
            Path.Combine(Path.GetTempPath(), "oracle-pod-" + Path.GetRandomFileName()),
            keepFolder: false
        );
}
