using Xunit;

namespace PowerIntegration.Packer.Tests.Flows;

/// <summary>A step that needs what the role of the flows lacks is named with the privilege, also where another role holds it.</summary>
public sealed class FlowPrivilegeTests
{
    private const string Role = "solution/core/Roles/PowerIntegration Flow Connection.xml";
    private const string Prepare = "solution/core/customapis/pint_PrepareDocument/customapi.xml";

    [Theory]
    [InlineData(Role, "prvReadpint_InboundEvent\"", "prvDeletepint_InboundEvent\"", "prvReadpint_InboundEvent")]
    [InlineData(Role, "prvCreatepint_FlowGate\"", "prvDeletepint_FlowGate\"", "prvCreatepint_FlowGate")]
    [InlineData(Role, "prvReadpint_InboundEvent\" level=\"Global", "prvReadpint_InboundEvent\" level=\"Basic", "prvReadpint_InboundEvent")]
    [InlineData(Role, "prvCreateCallbackRegistration\"", "prvAppendpint_Document\"", "prvCreateCallbackRegistration")]
    [InlineData(Prepare, "prvCreatepint_FlowGate<", "prvWritepint_OwnershipRule<", "prvWritepint_OwnershipRule")]
    public void A_privilege_that_the_role_of_the_flow_lacks_is_named(string file, string text, string replacement, string privilege)
    {
        using SourceCopy copy = new();
        copy.Replace(file, text, replacement);

        Assert.Contains(
            copy.Verify(),
            finding =>
                finding.File.StartsWith("Workflows/PI-Subcontractorinvoices", StringComparison.Ordinal)
                && finding.Sentence.Contains(
                    $"needs the privilege {privilege}, and the role PowerIntegration Flow Connection does not hold it",
                    StringComparison.Ordinal
                )
        );
    }
}
