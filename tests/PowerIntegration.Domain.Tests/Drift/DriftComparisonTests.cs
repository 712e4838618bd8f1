using PowerIntegration.Domain.Drift;
using PowerIntegration.Domain.Findings;
using Xunit;

namespace PowerIntegration.Domain.Tests.Drift;

/// <summary>Each way in which an environment can differ from what was released is one sentence.</summary>
public sealed class DriftComparisonTests
{
    private const string Hash = "aa11";
    private static readonly AcceptedRelease Accepted = new(Hash, "Dana Kowalski", new DateTime(2026, 8, 31, 9, 0, 0, DateTimeKind.Utc));
    private static readonly FoundAssembly Assembly = new("1.0.0.0", Hash, null);

    private static readonly PluginStep Step = new()
    {
        Id = new Guid("01c5ab17-aaaf-5a9a-9e67-4d44aaba7695"),
        Name = "Protect: Update of pint_document",
        Message = "Update",
        Table = "pint_document",
        PluginTypeId = new Guid("8f7a0566-7dad-5e58-9841-c1b23ab2ff7a"),
        Stage = 20,
        Columns = ["pint_amount", "pint_key"],
        ImageColumns = ["pint_documentstate"],
    };

    private static readonly SecurityRole Role = new(
        new Guid("0b0d60fd-6a57-5be0-93bd-12da80abf96b"),
        "Controller",
        Privileges(("prvReadpint_Document", PrivilegeDepth.BusinessUnit), ("prvCreatepint_Gate", PrivilegeDepth.Organization))
    );

    private static readonly CloudFlow Flow = new(new Guid("17151146-77ff-5f05-9295-c9b6e0f31ac6"), "PI - Nightly", true);

    private static readonly GatedApi Api = new("pint_Activate", "prvCreatepint_Gate", new Guid("8f7a0566-7dad-5e58-9841-c1b23ab2ff7a"));

    private static readonly Installation Released = new([Step], [Role], [Api], [Flow]);

    [Fact]
    public void What_is_as_released_and_accepted_has_no_difference() => Assert.Empty(DriftComparison.Compare(Released, Released, Accepted, Assembly));

    [Fact]
    public void A_step_that_is_missing() =>
        Assert.Equal(
            "Plug-in step 'Protect: Update of pint_document' is missing. Without it, what it refuses can be saved.",
            Only(Released with { Steps = [] })
        );

    [Fact]
    public void A_step_that_is_disabled() =>
        Assert.Equal(
            "Plug-in step 'Protect: Update of pint_document' is disabled; it was released enabled. "
                + "While it is disabled, what it refuses can be saved.",
            Only(Step with { IsEnabled = false })
        );

    public static TheoryData<PluginStep, string> ChangedSteps =>
        new()
        {
            { Step with { Message = "Create" }, "runs for Create of 'pint_document'; it was released for Update of 'pint_document'." },
            { Step with { Table = null }, "runs for Update of every table; it was released for Update of 'pint_document'." },
            { Step with { Stage = 40 }, "runs in stage 40; it was released for stage 20." },
            { Step with { IsSynchronous = false }, "runs in stage 20, after the save; it was released for stage 20." },
            { Step with { PluginTypeId = Guid.Empty }, "runs another plug-in than the released one." },
            { Step with { Columns = ["pint_amount"] }, "runs for other columns than released: without pint_key." },
            { Step with { Columns = ["pint_amount", "pint_name"] }, "runs for other columns than released: without pint_key; also pint_name." },
            { Step with { Columns = [] }, "runs for other columns than released: every column instead of pint_amount, pint_key." },
            {
                Step with
                {
                    ImageColumns = [],
                },
                "is given other columns of the row before the save than released: none instead of pint_documentstate."
            },
        };

    [Theory]
    [MemberData(nameof(ChangedSteps))]
    public void A_step_that_runs_otherwise(PluginStep found, string words) =>
        Assert.Equal("Plug-in step 'Protect: Update of pint_document' " + words, Only(found));

    [Fact]
    public void A_step_that_was_released_for_every_column_and_runs_for_some() =>
        Assert.EndsWith(
            "runs for other columns than released: only pint_key instead of every column.",
            Only(Released with { Steps = [Step with { Columns = [] }] }, Released with { Steps = [Step with { Columns = ["pint_key"] }] }),
            StringComparison.Ordinal
        );

    [Fact]
    public void The_columns_of_a_step_are_the_same_in_any_order() =>
        Assert.Equal(["pint_amount", "pint_key"], PluginStep.ReadColumns("pint_key, pint_amount,"));

    [Fact]
    public void A_step_of_others_on_our_tables_is_named_and_one_that_is_off_is_not()
    {
        var other = Step with { Id = Guid.Empty, Name = "Contoso", Stage = 40 };
        var difference = Assert.Single(Differences(Released with { Steps = [Step, other] }));

        Assert.Equal(
            "Plug-in step 'Contoso' was not released and runs on 'pint_document' (Update, stage 40). It can change or refuse what is saved there.",
            difference.Sentence
        );
        Assert.Equal(
            "Ask a system administrator what it does, and to remove it unless you agree. Acknowledge this finding if the step is wanted.",
            difference.NextStep
        );
        Assert.Empty(Differences(Released with { Steps = [Step, other with { IsEnabled = false }] }));
    }

    [Fact]
    public void A_role_that_is_missing() =>
        Assert.Equal("Role 'Controller' is missing. Who had it cannot do their work.", Only(Released with { Roles = [] }));

    [Theory]
    [InlineData("prvWritepint_Document", PrivilegeDepth.User, "grants prvWritepint_Document for the user's own rows; it was released without it.")]
    [InlineData(
        "prvReadpint_Document",
        PrivilegeDepth.ChildBusinessUnits,
        "grants prvReadpint_Document for the business unit and those below it; it was released for the business unit."
    )]
    [InlineData(
        "PRVREADPINT_DOCUMENT",
        PrivilegeDepth.Organization,
        "grants PRVREADPINT_DOCUMENT for the organization; it was released for the business unit."
    )]
    [InlineData("prvCreatepint_Gate", PrivilegeDepth.None, "does not grant prvCreatepint_Gate; it was released with it for the organization.")]
    [InlineData("prvCreatepint_Gate", (PrivilegeDepth)16, "grants prvCreatepint_Gate for depth 16; it was released for the organization.")]
    public void A_role_that_grants_otherwise(string privilege, PrivilegeDepth depth, string words)
    {
        var privileges = Privileges([.. Role.Privileges.Select(held => (held.Key, held.Value))]);
        privileges.Remove(privilege);
        privileges[privilege] = depth;
        if (depth == PrivilegeDepth.None)
        {
            privileges.Remove(privilege);
        }

        Assert.Equal(
            "Role 'Site control' (shipped as Controller) " + words,
            Only(Released with { Roles = [Role with { Name = "Site control", Privileges = privileges }] }),
            ignoreCase: privilege == "PRVREADPINT_DOCUMENT"
        );
    }

    [Fact]
    public void Each_privilege_is_a_difference_of_its_own() =>
        Assert.Equal(2, Differences(Released with { Roles = [Role with { Privileges = Privileges() }] }).Count);

    [Theory]
    [InlineData(null, "no privilege")]
    [InlineData("prvReadAccount", "prvReadAccount")]
    public void A_custom_api_that_asks_for_another_privilege_or_for_none(string? privilege, string words)
    {
        Assert.Equal(
            $"Custom API 'pint_Activate' asks for {words}; it was released with prvCreatepint_Gate. Other users than released may call it.",
            Only(Released with { Apis = [Api with { Privilege = privilege }] })
        );
        Assert.Empty(Differences(Released with { Apis = [Api with { Privilege = "PRVCREATEPINT_GATE" }] }));
    }

    [Fact]
    public void A_custom_api_that_is_missing_or_runs_another_plug_in()
    {
        Assert.Equal("Custom API 'pint_Activate' is missing. What it does cannot be done.", Only(Released with { Apis = [] }));
        Assert.Equal(
            "Custom API 'pint_Activate' runs another plug-in than the released one.",
            Only(Released with { Apis = [Api with { PluginTypeId = null }] })
        );
    }

    [Fact]
    public void A_flow_of_a_solution_that_is_optional_may_be_missing_and_must_not_be_off()
    {
        var optional = Released with { Flows = [Flow with { IsOptional = true }] };

        Assert.Empty(DriftComparison.Compare(optional, Released with { Flows = [] }, Accepted, Assembly));
        Assert.Contains("is off", Only(optional, Released with { Flows = [Flow with { IsOn = false }] }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_flow_that_is_off_or_missing()
    {
        Assert.Equal(
            "Flow 'PI - Nightly' is off; it was released on. Nothing that it does happens until it is on.",
            Only(Released with { Flows = [Flow with { IsOn = false }] })
        );
        Assert.Equal("Flow 'PI - Nightly' is missing. It was released with the flows.", Only(Released with { Flows = [] }));
        var off = Released with { Flows = [Flow with { IsOn = false }] };
        Assert.Empty(DriftComparison.Compare(off, off, Accepted, Assembly));
    }

    [Fact]
    public void An_assembly_that_is_not_the_accepted_one()
    {
        var difference = Assert.Single(DriftComparison.Compare(Released, Released, Accepted, Assembly with { Hash = "bb22" }));

        Assert.Equal(
            "The plug-in assembly (version 1.0.0.0) has the hash bb22; Dana Kowalski accepted aa11 on 2026-08-31. It is not the accepted one.",
            difference.Sentence
        );
    }

    [Fact]
    public void An_assembly_that_is_missing_or_cannot_be_read()
    {
        Assert.Equal(
            "The plug-in assembly is missing. Nothing is checked when rows are saved.",
            Assert.Single(DriftComparison.Compare(Released, Released, Accepted, null)).Sentence
        );
        Assert.Equal(
            "The file of the plug-in assembly cannot be read, so it cannot be compared with the accepted release.",
            Assert.Single(DriftComparison.Compare(Released, Released, Accepted, Assembly with { Hash = null })).Sentence
        );
    }

    [Fact]
    public void A_release_that_no_controller_accepted() =>
        Assert.Equal(
            "No release has been accepted in this environment. Its plug-in assembly (version 1.0.0.0) has the hash aa11.",
            Assert.Single(DriftComparison.Compare(Released, Released, null, Assembly)).Sentence
        );

    [Fact]
    public void A_difference_keeps_its_identity_until_something_else_is_changed()
    {
        var first = Assert.Single(Differences(Released with { Steps = [Step with { Columns = [] }] }));
        var same = Assert.Single(Differences(Released with { Steps = [Step with { Columns = [] }] }));
        var further = Assert.Single(Differences(Released with { Steps = [Step with { Columns = ["pint_key"] }] }));

        Assert.Equal(first.Id, same.Id);
        Assert.NotEqual(first.Id, further.Id);
    }

    [Fact]
    public void The_controller_reads_an_error()
    {
        var finding = Assert.Single(Differences(Released with { Flows = [] })).Finding(FindingKind.ReleaseDiffers);

        Assert.Equal((FindingKind.ReleaseDiffers, FindingSeverity.Error, OwnerRole.Controller), (finding.Kind, finding.Severity, finding.Owner));
        Assert.StartsWith("Ask a system administrator to restore it", finding.NextStep, StringComparison.Ordinal);
    }

    private static string Only(PluginStep found) => Only(Released with { Steps = [found] });

    private static string Only(Installation found) => Only(Released, found);

    private static string Only(Installation released, Installation found) =>
        Assert.Single(DriftComparison.Compare(released, found, Accepted, Assembly)).Sentence;

    private static IReadOnlyList<Difference> Differences(Installation found) => DriftComparison.Compare(Released, found, Accepted, Assembly);

    private static Dictionary<string, PrivilegeDepth> Privileges(params (string Name, PrivilegeDepth Depth)[] privileges) =>
        privileges.ToDictionary(one => one.Name, one => one.Depth, StringComparer.OrdinalIgnoreCase);
}
