using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace PowerIntegration.Sdk.Tests.SamplePlugin;

/// <summary>Touches what plug-ins touch: context, service, rows, money, a fault of the platform, its own refusal.</summary>
public sealed class DoublesAnAmount : IPlugin
{
    public void Execute(IServiceProvider serviceProvider)
    {
        var context = (IPluginExecutionContext)serviceProvider.GetService(typeof(IPluginExecutionContext));
        var factory = (IOrganizationServiceFactory)serviceProvider.GetService(typeof(IOrganizationServiceFactory));
        var target = (Entity)context.InputParameters["Target"];
        IOrganizationService service = factory.CreateOrganizationService(context.UserId);
        try
        {
            Entity row = service.Retrieve(target.LogicalName, target.Id, new ColumnSet("amount"));
            var doubled = new Entity(target.LogicalName, target.Id);
            doubled["amount"] = new Money(row.GetAttributeValue<Money>("amount").Value * 2);
            service.Update(doubled);
        }
        catch (FaultException<OrganizationServiceFault> fault)
        {
            throw new InvalidPluginExecutionException(
                OperationStatus.Failed,
                fault.Detail.ErrorCode,
                "The row could not be read: " + fault.Detail.Message
            );
        }
    }
}
