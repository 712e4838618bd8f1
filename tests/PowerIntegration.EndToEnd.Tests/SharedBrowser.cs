using Microsoft.Playwright;

namespace PowerIntegration.EndToEnd.Tests;

/// <summary>The one Chromium of a test run. Each visit has a context of its own: cookies and pages of two people never meet.</summary>
internal static class SharedBrowser
{
    public const string Chromium = "/usr/bin/chromium";

    private static readonly Lazy<Task<IBrowser>> Started = new(StartAsync);

    /// <summary>A page in a context of its own; closing the context closes it.</summary>
    public static async Task<IPage> NewPageAsync()
    {
        // On a machine that does more than this, a page takes its time.
        Assertions.SetDefaultExpectTimeout(30_000);
        var browser = await Started.Value;
        var context = await browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = 1280, Height = 900 },
            }
        );
        return await context.NewPageAsync();
    }

    // It ends with the process, which holds the pipe that it reads.
    private static async Task<IBrowser> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = Chromium,
                // No one looks at what is drawn, and drawing takes more time than all else.
                Args = ["--disable-gpu", "--disable-software-rasterizer"],
            }
        );
    }
}
