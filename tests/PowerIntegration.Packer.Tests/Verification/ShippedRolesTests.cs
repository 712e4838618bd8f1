using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace PowerIntegration.Packer.Tests.Verification;

/// <summary>Who may do what. The lists are closed: a privilege more or less is a decision, and this is where it is written down.</summary>
public sealed class ShippedRolesTests
{
    private static readonly string Core = Path.Combine(Repository.Root, "solution", "core");

    private static readonly Dictionary<string, string[]> Roles = Directory
        .EnumerateFiles(Path.Combine(Core, "Roles"), "*.xml")
        .ToDictionary(
            file => Path.GetFileNameWithoutExtension(file)["PowerIntegration ".Length..],
            file => XDocument.Load(file).Descendants("RolePrivilege").Select(held => held.Attribute("name")!.Value).ToArray()
        );

    private static readonly string[] People = ["Accounts Payable", "Approver", "Auditor", "Controller", "Mapping Administrator", "Vendor Master"];

    [Fact]
    public void There_are_six_roles_of_people_and_two_of_applications() =>
        Assert.Equal([.. People.Take(4), "Flow Connection", "Gateway", .. People.Skip(4)], Roles.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Each_custom_api_has_a_privilege_of_its_own_from_a_gate()
    {
        string[] privileges =
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Core, "customapis"), "customapi.xml", SearchOption.AllDirectories)
                .Select(file => XDocument.Load(file).Root!.Element("executeprivilegename")!.Value),
        ];
        Assert.NotEmpty(privileges);
        Assert.All(privileges, privilege => Assert.EndsWith("Gate", privilege, StringComparison.Ordinal));
        Assert.Equal(privileges.Length, privileges.Distinct().Count());
    }

    [Fact]
    public void What_is_frozen_or_proves_something_is_written_by_no_role()
    {
        string[] tables = ["Preparation", "DocumentLine", "Evidence", "Lock", "Finding"];
        Assert.All(
            Roles.SelectMany(role => role.Value),
            privilege => Assert.DoesNotMatch($"^prv(Create|Write|Delete)pint_({string.Join("|", tables)})$", privilege)
        );
        Assert.All(
            Roles.SelectMany(role => role.Value),
            privilege => Assert.DoesNotMatch("^prvDeletepint_(Document|SourceLine|InboundEvent|Attachment)$", privilege)
        );
    }

    [Fact]
    public void Documents_and_what_Procore_says_are_written_by_the_gateway_alone()
    {
        Assert.Equal(
            [
                "prvCreatepint_Attachment",
                "prvCreatepint_CoverageResult",
                "prvCreatepint_Cursor",
                "prvCreatepint_Document",
                "prvCreatepint_GatewayGate",
                "prvCreatepint_InboundEvent",
                "prvCreatepint_OracleExpenditureType",
                "prvCreatepint_OracleOrganization",
                "prvCreatepint_OraclePeriod",
                "prvCreatepint_OracleTask",
                "prvCreatepint_ProcoreWbsCode",
                "prvCreatepint_SourceLine",
                "prvCreatepint_TransactionControl",
                "prvCreatepint_WorkflowGate",
                "prvDeletepint_ControlGate",
                "prvDeletepint_GatewayGate",
                "prvDeletepint_WorkflowGate",
                "prvWritepint_ControlGate",
                "prvWritepint_CoverageResult",
                "prvWritepint_Cursor",
                "prvWritepint_Document",
                "prvWritepint_GatewayGate",
                "prvWritepint_InboundEvent",
                "prvWritepint_OracleExpenditureType",
                "prvWritepint_OracleOrganization",
                "prvWritepint_OraclePeriod",
                "prvWritepint_OracleTask",
                "prvWritepint_ProcoreWbsCode",
                "prvWritepint_Run",
                "prvWritepint_TransactionControl",
                "prvWritepint_WorkflowGate",
            ],
            Writes("Gateway")
        );
        Assert.All(
            Roles.Where(role => role.Key != "Gateway").SelectMany(role => role.Value),
            privilege =>
                Assert.DoesNotMatch(
                    "^prv(Create|Write)pint_(Attachment|CoverageResult|Cursor|Document|OracleExpenditureType|OracleOrganization|ProcoreWbsCode|Run"
                        + "|SourceLine|TransactionControl)$|(Gateway|Workflow)Gate$",
                    privilege
                )
        );
    }

    [Fact]
    public void The_flow_connection_starts_what_exists_and_writes_nothing() =>
        Assert.Equal(
            [
                "prvAppendTopint_FlowGate",
                "prvAppendpint_FlowGate",
                "prvCreateCallbackRegistration",
                "prvCreatepint_FlowGate",
                "prvDeleteCallbackRegistration",
                "prvDeletepint_FlowGate",
                "prvReadCallbackRegistration",
                "prvReadpint_Document",
                "prvReadpint_FlowGate",
                "prvReadpint_InboundEvent",
                "prvWriteCallbackRegistration",
                "prvWritepint_FlowGate",
            ],
            Roles["Flow Connection"].Order(StringComparer.Ordinal)
        );

    [Theory]
    [InlineData("Auditor")]
    [InlineData("Approver")]
    public void Who_only_reads_holds_reading_and_the_questions(string role) =>
        Assert.All(Roles[role], privilege => Assert.Matches("^prvRead|ReviewGate$", privilege));

    [Fact]
    public void Whoever_reads_may_ask_and_no_application_does()
    {
        string[] questions =
        [
            "prvAppendTopint_ReviewGate",
            "prvAppendpint_ReviewGate",
            "prvCreatepint_ReviewGate",
            "prvDeletepint_ReviewGate",
            "prvReadpint_ReviewGate",
            "prvWritepint_ReviewGate",
        ];
        Assert.All(
            Roles,
            role =>
                Assert.Equal(
                    People.Contains(role.Key) ? questions : [],
                    role.Value.Where(privilege => privilege.EndsWith("ReviewGate", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
                )
        );
    }

    [Fact]
    public void Whoever_reads_terms_may_have_them_explained() =>
        Assert.Equal(
            Roles.Where(role => role.Value.Contains("prvReadpint_CommitmentTerms")).Select(role => role.Key).Except(["Gateway"]).Order(),
            Roles.Where(role => role.Value.Contains("prvReadpint_VersionGate")).Select(role => role.Key).Order()
        );

    [Fact]
    public void People_do_not_act_for_applications() =>
        Assert.All(
            People.SelectMany(role => Roles[role]),
            privilege => Assert.DoesNotMatch("(Gateway|Workflow|Flow)Gate$|CallbackRegistration$", privilege)
        );

    [Fact]
    public void Who_pays_and_who_decides_are_different_roles()
    {
        Assert.Equal(
            ["prvReadpint_DecisionGate"],
            Roles["Accounts Payable"].Where(privilege => privilege.EndsWith("DecisionGate", StringComparison.Ordinal))
        );
        string[] deciding = [.. Roles.Where(role => role.Value.Contains("prvCreatepint_DecisionGate")).Select(role => role.Key)];
        Assert.Equal(["Controller"], deciding);
        Assert.DoesNotContain(
            Writes("Controller"),
            privilege => Regex.IsMatch(privilege, "prvCreatepint_(Commitment|Project|WbsMappingRule|RecordLink)$")
        );
    }

    private static IEnumerable<string> Writes(string role) =>
        Roles[role].Where(privilege => Regex.IsMatch(privilege, "^prv(Create|Write|Delete)")).Order(StringComparer.Ordinal);
}
