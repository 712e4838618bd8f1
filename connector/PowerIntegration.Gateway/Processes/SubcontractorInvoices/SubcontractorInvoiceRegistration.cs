using Microsoft.Extensions.DependencyInjection;
using PowerIntegration.Gateway.Holds;
using PowerIntegration.Gateway.Intake;
using PowerIntegration.Gateway.Processes.SubcontractorInvoices.Intake;
using PowerIntegration.Gateway.Processes.SubcontractorInvoices.Oracle;
using PowerIntegration.Gateway.Processes.SubcontractorInvoices.Procore;
using PowerIntegration.Gateway.Statuses;
using PowerIntegration.Gateway.Submission;

namespace PowerIntegration.Gateway.Processes.SubcontractorInvoices;

/// <summary>What the process brings to the gateway: its services, each of which lives for one request.</summary>
internal static class SubcontractorInvoiceRegistration
{
    public static IServiceCollection AddSubcontractorInvoices(this IServiceCollection services) =>
        services
            .AddScoped<ProcoreInvoices>()
            .AddScoped<OracleInvoices>()
            .AddScoped<InvoiceAttachments>()
            .AddScoped<OracleHolds>()
            .AddScoped<IHeldPayments, PayablesHolds>()
            .AddScoped<IFollowedRecords, PayablesStatuses>()
            .AddScoped<PostedInvoices>()
            .AddScoped<CommitmentDocuments>()
            .AddScoped<ISource, InvoiceSource>()
            .AddScoped<ITarget, PayablesInvoiceTarget>();
}
