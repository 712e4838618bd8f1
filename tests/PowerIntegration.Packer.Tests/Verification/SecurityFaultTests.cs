using Xunit;

namespace PowerIntegration.Packer.Tests.Verification;

/// <summary>Each row puts one fault into a role: path, what happens there, place and words of the finding.</summary>
public sealed class SecurityFaultTests(LoadedSources sources) : IClassFixture<LoadedSources>
{
    private const string Service = "core/Roles/PowerIntegration Gateway.xml";
    private const string Read = "RolePrivileges/RolePrivilege[@name='prvReadpint_Commitment']";

    [Theory]
    [InlineData("RolePrivileges", "call RolePrivilege", "Role[PowerIntegration Gateway]", "Name it RolePrivileges.")]
    [InlineData("RolePrivileges", "call Privileges", "Privileges", "'Privileges' is not supported here")]
    [InlineData("RolePrivileges", "drop", "Role", "RolePrivileges is missing")]
    [InlineData(Read, "call Privilege", "RolePrivileges/Privilege", "is not supported here")]
    [InlineData(Read, "add <level>Global</level>", "RolePrivilege[prvReadpint_Commitment]/level", "is not supported here")]
    [InlineData("IsCustomizable", "drop", "Role", "IsCustomizable is missing")]
    [InlineData("IsCustomizable", "swap", "IsCustomizable", "comes after IsAutoAssigned")]
    [InlineData(".", "call role", "role", "Name it Role.")]
    [InlineData(".", "set Name=Service", "Role", "The attribute 'Name' is not supported here")]
    public void Elements_and_wrappers(string path, string change, string place, string words) => sources.Finds(Service, path, change, place, words);

    [Theory]
    [InlineData("@name", "say prvReadpint_commitment", "No table of the solutions has the privilege prvReadpint_commitment")]
    [InlineData("@name", "say prvSharepint_Commitment", "No table of the solutions has the privilege prvSharepint_Commitment")]
    [InlineData("@name", "say prvViewpint_Commitment", "No table of the solutions has the privilege prvViewpint_Commitment")]
    [InlineData("@name", "say prvReadAccount", "No table of the solutions has the privilege prvReadAccount")]
    [InlineData("@name", "say prvReadmsdyn_Flow_Approval", "No table of the solutions has the privilege prvReadmsdyn_Flow_Approval")]
    [InlineData("@name", "say prvReadmsdyn_flow_flowapproval", "No table of the solutions has the privilege prvReadmsdyn_flow_flowapproval")]
    [InlineData("@name", "say prvViewmsdyn_flow_approval", "No table of the solutions has the privilege prvViewmsdyn_flow_approval")]
    [InlineData("@name", "say prvReadpint_Cursor", "names the privilege twice")]
    [InlineData("@name", "drop", "The attribute name is missing")]
    [InlineData("@name", "call privilege", "The attribute 'privilege' is not supported here")]
    [InlineData("@level", "say Local", "have no owner. Write Global.")]
    [InlineData("@level", "say Organization", "Basic, Local, Deep or Global")]
    [InlineData("@level", "say global", "Basic, Local, Deep or Global")]
    [InlineData("@level", "drop", "The attribute level is missing")]
    public void Privileges(string path, string change, string words) => sources.Finds(Service, $"{Read}/{path}", change, "RolePrivilege", words);

    [Theory]
    [InlineData("msdyn_flow_approval")]
    [InlineData("msdyn_flow_approvalrequest")]
    [InlineData("msdyn_flow_approvalresponse")]
    public void Privileges_of_the_tables_of_approvals(string table) =>
        Assert.Empty(sources.With(Service, "RolePrivileges", $"add <RolePrivilege name=\"prvRead{table}\" level=\"Basic\" />"));

    [Theory]
    [InlineData("@id", "say {f66d3411}", "Role", "a GUID in braces")]
    [InlineData("@id", "say f66d3411-d4fd-5b9f-88df-0e73168a208b", "Role", "a GUID in braces")]
    [InlineData("@id", "drop", "Role", "The attribute id is missing")]
    [InlineData("@name", "say Service", "Role", "Give the role and its file the same name")]
    [InlineData("@name", "say PowerIntegration Accounts Payable", "Role", "Another role is named 'PowerIntegration Accounts Payable' too")]
    [InlineData("IsAutoAssigned", "say 1", "IsAutoAssigned", "Write 0")]
    public void Ids_and_names(string path, string change, string place, string words) => sources.Finds(Service, path, change, place, words);

    [Theory]
    [InlineData("prvAppendpint_Cursor", "Add prvAppendpint_Cursor.")]
    [InlineData("prvAppendTopint_Project", "Add prvAppendTopint_Project.")]
    [InlineData("prvAppendTopint_Environment", "Add prvAppendTopint_Environment.")]
    public void A_role_that_may_create_rows_but_not_fill_their_required_lookups(string privilege, string words) =>
        sources.Finds(Service, $"RolePrivileges/RolePrivilege[@name='{privilege}']", "drop", "Role", words);
}
