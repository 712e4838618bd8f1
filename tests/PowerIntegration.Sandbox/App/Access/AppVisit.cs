using PowerIntegration.Local.Identity;
using PowerIntegration.Sandbox.App.Catalog;
using PowerIntegration.Sandbox.App.Definitions;
using PowerIntegration.Sandbox.App.Requests;

namespace PowerIntegration.Sandbox.App.Access;

/// <summary>One request of a person to the app: who asks, what they may do, what the app is made of.</summary>
internal sealed record AppVisit
{
    /// <summary>Who asks.</summary>
    public required SandboxUser User { get; init; }

    /// <summary>What the person may do.</summary>
    public required AppAccess Access { get; init; }

    /// <summary>Asks the Web API as the person.</summary>
    public required AppDataverse Dataverse { get; init; }

    /// <summary>Forms, views and the rest.</summary>
    public required AppDefinition App { get; init; }

    /// <summary>Tables and columns.</summary>
    public required TableCatalog Catalog { get; init; }

    /// <summary>Time of the sandbox.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The key that pages of the person's session carry; empty where no page is drawn.</summary>
    public string PageKey { get; init; } = "";

    /// <summary>Ends every wait.</summary>
    public required CancellationToken Cancellation { get; init; }

    /// <summary>Whether the person may read a table that the app shows.</summary>
    /// <param name="table">Its logical name.</param>
    public bool MayRead(string table) => Catalog.Find(table) is { } found && Access.May("Read", found);

    /// <summary>Whether a record of a table can be opened: it has a form, and the person may read it.</summary>
    /// <param name="table">Its logical name.</param>
    public bool MayOpen(string table) => App.MainForms(table).Count > 0 && MayRead(table);
}
