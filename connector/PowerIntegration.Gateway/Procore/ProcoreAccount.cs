using PowerIntegration.Gateway.Problems;
using PowerIntegration.Gateway.Procore.Wire;
using PowerIntegration.Gateway.Remote;

namespace PowerIntegration.Gateway.Procore;

/// <summary>Who the integration account is in Procore. It is asked once and kept: the account of a client never becomes another one.</summary>
internal sealed class ProcoreAccount
{
    private string? id;

    /// <summary>Its user id; null where Procore does not say, so that nothing counts as done by it.</summary>
    public async Task<string?> IdAsync(ProcoreClient procore, CallBudget budget, CancellationToken cancellationToken)
    {
        if (id is null)
        {
            try
            {
                var me = await procore.FindAsync<PersonWire>("rest/v1.0/me", budget, cancellationToken);
                id = me?.Id?.ToString(CultureInfo.InvariantCulture);
            }
            catch (IntegrationException refused) when (refused.Kind == ProblemCatalog.ProcoreNotPermitted)
            {
                return null;
            }
        }

        return id;
    }
}
