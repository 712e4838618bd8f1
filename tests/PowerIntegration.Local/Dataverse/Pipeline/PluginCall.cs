using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using PowerIntegration.Local.Dataverse.Errors;

namespace PowerIntegration.Local.Dataverse.Pipeline;

/// <summary>Executes a plug-in and maps what it throws to the platform's fault.</summary>
internal static class PluginCall
{
    public const string OperationStatus = "OperationStatus";
    public const string SubErrorCode = "SubErrorCode";

    public static void Run(IPlugin plugin, IServiceProvider services, ExecutionRecord record)
    {
        try
        {
            plugin.Execute(services);
        }
        catch (InvalidPluginExecutionException exception)
        {
            throw Aborted(exception, record);
        }
        catch (FaultException<OrganizationServiceFault>)
        {
            // A fault of one of its own service calls that the plug-in let through keeps its code.
            throw;
        }
        catch (Exception exception)
        {
            var fault = Faults.Of(
                DataverseErrorCode.PluginUnexpected,
                $"Unexpected exception from plug-in (Execute): {plugin.GetType().FullName}: {exception.GetType().FullName}: {exception.Message}"
            );
            fault.Detail.TraceText = record.Trace;
            throw fault;
        }
        finally
        {
            record.Finish();
        }
    }

    private static FaultException<OrganizationServiceFault> Aborted(InvalidPluginExecutionException exception, ExecutionRecord record)
    {
        var fault =
            exception.HttpStatus == PluginHttpStatusCode.NotSet
                ? Faults.Of(DataverseErrorCode.PluginAborted, exception.Message)
                : Faults.Of(DataverseErrorCode.PluginAborted, exception.Message, (int)exception.HttpStatus);
        fault.Detail.TraceText = record.Trace;
        fault.Detail.ErrorDetails[OperationStatus] = (int)exception.Status;
        fault.Detail.ErrorDetails[SubErrorCode] = exception.ErrorCode;
        return fault;
    }
}
