using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Refusals;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Shell;
using PowerIntegration.Tables;

namespace PowerIntegration.Plugins.Documents;

/// <summary>Puts the cause of a document in words wherever its reason code is written. A caller's own words do not count.</summary>
[PluginStep("Create", DocumentTable.LogicalName, PluginStage.PreOperation)]
[PluginStep("Update", DocumentTable.LogicalName, PluginStage.PreOperation, FilteringAttributes = [DocumentTable.Cause, DocumentTable.ReasonCode])]
public sealed class LabelCause : PluginShell
{
    private protected override void Run(PluginCall call)
    {
        var target = call.Input<Entity>("Target");
        if (target.Contains(DocumentTable.ReasonCode))
        {
            target[DocumentTable.Cause] = ReasonLabels.Of(target.GetAttributeValue<string>(DocumentTable.ReasonCode));
        }
        else
        {
            target.Attributes.Remove(DocumentTable.Cause);
        }
    }
}
