using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Extensions.Logging;
using Microsoft.PowerPlatform.Dataverse.Client.Messages;
using Microsoft.PowerPlatform.Dataverse.Client.Utils;
using Microsoft.PowerPlatform.Dataverse.Client.Wire;

#nullable disable
namespace Microsoft.PowerPlatform.Dataverse.Client;

/// <summary>
/// Stand-in for Microsoft's client. It has the surface that is used here and speaks the Web API instead of SOAP (see the README beside the projects).
/// It makes every request once: what to retry is the caller's decision, so <see cref="MaxRetryCount"/> and <see cref="RetryPauseTime"/> are kept and not used.
/// </summary>
public partial class ServiceClient : IOrganizationServiceAsync2, IDisposable
{
    private readonly WebApiChannel _channel;
    private readonly MessageDispatcher _messages;
    private readonly ILogger _logger;
    private bool _disposed;

    public ServiceClient(Uri instanceUrl, Func<string, Task<string>> tokenProviderFunction, bool useUniqueInstance = true, ILogger logger = null)
        : this(instanceUrl, tokenProviderFunction, SharedHandler.Instance, useUniqueInstance, logger)
    {
    }

    internal ServiceClient(
        Uri instanceUrl,
        Func<string, Task<string>> tokenProviderFunction,
        HttpMessageHandler handler,
        bool useUniqueInstance = true,
        ILogger logger = null)
    {
        if (instanceUrl == null || tokenProviderFunction == null)
        {
            throw new DataverseConnectionException("The URL of the environment and the function that provides tokens are both needed.");
        }

        _ = useUniqueInstance; // Every instance is its own here; nothing is shared between connections.
        _logger = logger;
        _channel = new WebApiChannel(instanceUrl, tokenProviderFunction, handler);
        _messages = new MessageDispatcher(_channel);
        Connect();
    }

    private ServiceClient(ServiceClient origin, ILogger logger)
    {
        _logger = logger;
        _channel = origin._channel.WithOwnCaller();
        _messages = origin._messages.Over(_channel);
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

    public Uri ConnectedOrgUriActual => _channel.Root;

    public Guid CallerId
    {
        get => _channel.CallerId;
        set => _channel.CallerId = value;
    }

    public Guid? CallerAADObjectId
    {
        get => _channel.CallerObjectId;
        set => _channel.CallerObjectId = value;
    }

    public ServiceClient Clone() => Clone(_logger);

    public ServiceClient Clone(ILogger logger)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
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
        _disposed = true;
        IsReady = false;
    }

    private void Connect()
    {
        try
        {
            Run(token => _messages.ExecuteAsync(new WhoAmIRequest(), token), CancellationToken.None).GetAwaiter().GetResult();
        }
        catch (Exception failure)
        {
            throw new DataverseConnectionException("Failed to connect to Dataverse", failure);
        }

        IsReady = true;
    }

    private async Task<T> Run<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        try
        {
            return await call(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            LastError = failure.Message;
            LastException = failure;
            _logger?.LogError(failure, "Dataverse answered with a failure.");
            throw;
        }
    }
}
