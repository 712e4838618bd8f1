using System.Linq;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Domain.Protection;
using PowerIntegration.Plugins.Registration;
using PowerIntegration.Plugins.Tables;

namespace PowerIntegration.Plugins;

/// <summary>Keeps the signature under opening balances true: nobody writes one by hand, and a text that is edited is signed by nobody.</summary>
[PluginStep("Create", ContractTable.LogicalName, PluginStage.PreOperation)]
[PluginStep("Update", ContractTable.LogicalName, PluginStage.PreOperation, FilteringAttributes =
    [
        ContractTable.OpeningBalances,
        ContractTable.OpeningSignedBy,
        ContractTable.OpeningSignedOn,
        ContractTable.OpeningHash,
    ])]
public sealed class ProtectOpeningBalances : PluginShell
{
    private static readonly string[] Signature = [ContractTable.OpeningSignedBy, ContractTable.OpeningSignedOn, ContractTable.OpeningHash];

    private protected override void Run(PluginCall call)
    {
        var target = call.Input<Entity>("Target");
        if (RowProtection.SignatureIsWritten([.. Signature.Where(target.Contains)], call.IsInside(SignOpeningBalances.Message)) is { } refusal)
        {
            throw new InvalidPluginExecutionException($"{refusal.Sentence} ({refusal.WireCode})");
        }

        if (target.Contains(ContractTable.OpeningBalances))
        {
            foreach (var column in Signature)
            {
                target[column] = null;
            }
        }
    }
}
