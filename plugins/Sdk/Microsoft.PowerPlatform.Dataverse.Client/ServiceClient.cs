using System.Net.Http;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Extensions.Logging;
using Microsoft.PowerPlatform.Dataverse.Client.Messages;
using Microsoft.PowerPlatform.Dataverse.Client.Utils;
using Microsoft.PowerPlatform.Dataverse.Client.Wire;

#nullable disable
namespace Microsoft.PowerPlatform.Dataverse.Client;

/// <summary>
/// Stand-in for Microsoft's client. It has the surface that is used here and speaks the Web API instead of SOAP (see the README beside the projects).
/// It makes every request once: what to retry is the caller's decision, so <see cref="MaxRetryCount"/> and <see cref="RetryPauseTime"/> are kept and
/// not used.
/// </summary>
public partial class ServiceClient : IOrganizationServiceAsync2, IDisposable
{
    private readonly WebApiChannel channel;
    private readonly MessageDispatcher messages;
    private readonly ILogger logger;
    private bool disposed;

    public ServiceClient(Uri instanceUrl, Func<string, Task<string>> tokenProviderFunction, bool useUniqueInstance = true, ILogger logger = null)
        : this(instanceUrl, tokenProviderFunction, SharedHandler.Instance, useUniqueInstance, logger) { }

    internal ServiceClient(
        Uri instanceUrl,
        Func<string, Task<string>> tokenProviderFunction,
        HttpMessageHandler handler,
        bool useUniqueInstance = true,
        ILogger logger = null
    )
    {
        if (instanceUrl == null || tokenProviderFunction == null)
        {
            throw new DataverseConnectionException("The URL of the environment and the function that provides tokens are both needed.");
        }

        _ = useUniqueInstance; // Every instance is its own here; nothing is shared between connections.
        this.logger = logger;
        channel = new WebApiChannel(instanceUrl, tokenProviderFunction, handler);
        messages = new MessageDispatcher(channel);
        Connect();
    }

    private ServiceClient(ServiceClient origin, ILogger logger)
    {
        this.logger = logger;
        channel = origin.channel.WithOwnCaller();
        messages = origin.messages.Over(channel);
        IsReady = origin.IsReady;
        MaxRetryCount = origin.MaxRetryCount;
        RetryPauseTime = origin.RetryPauseTime;
        CallerId = origin.CallerId;
        CallerAADObjectId = origin.CallerAADObjectId;
    }

    public static TimeSpan MaxConnectionTimeout { get; set; } = TimeSpan.FromMinutes(4);

    public bool IsReady { get; private set; }

    public int MaxRetryCount { get; set; } = 10;

    public TimeSpan RetryPauseTime { get; set; } = TimeSpan.FromSeconds(5);

    public string LastError { get; private set; } = string.Empty;

    public Exception LastException { get; private set; }

    public Uri ConnectedOrgUriActual => channel.Root;

    public Guid CallerId
    {
        get => channel.CallerId;
        set => channel.CallerId = value;
    }

    public Guid? CallerAADObjectId
    {
        get => channel.CallerObjectId;
        set => channel.CallerObjectId = value;
    }

    public ServiceClient Clone() => Clone(this.logger);

    public ServiceClient Clone(ILogger logger)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        return new ServiceClient(this, logger);
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        // Connections belong to the handler, which outlives the client and its clones.
        disposed = true;
        IsReady = false;
    }

    private void Connect()
    {
        try
        {
            Run(token => messages.ExecuteAsync(new WhoAmIRequest(), token), CancellationToken.None).GetAwaiter().GetResult();
        }
        catch (Exception failure)
        {
            throw new DataverseConnectionException("Failed to connect to Dataverse", failure);
        }

        IsReady = true;
    }

    private async Task<T> Run<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        try
        {
            return await call(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            LastError = failure.Message;
            LastException = failure;
            this.logger?.LogError(failure, "Dataverse answered with a failure.");
            throw;
        }
    }
}
