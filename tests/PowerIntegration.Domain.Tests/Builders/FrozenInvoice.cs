using PowerIntegration.Domain.Documents.Preparing;
using PowerIntegration.Domain.Processes.SubcontractorInvoices.Prepared;

namespace PowerIntegration.Domain.Tests.Builders;

internal static class FrozenInvoice
{
    extension(PreparationDecision.Frozen frozen)
    {
        /// <summary>What is frozen, as the process made it.</summary>
        public PreparedInvoice Invoice => (PreparedInvoice)frozen.Content;
    }
}
