using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bedrock.Toolkit.Tests.Samples;

/// <summary>A headless Chromium with one page, driven over its debugging port. Used by one thread at a time.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _folder;
    private readonly ClientWebSocket _socket = new();
    private int _id;

    private Browser(Process process, string folder)
    {
        _process = process;
        _folder = folder;
    }

    /// <summary>The program; null where there is none.</summary>
    public static string? Path { get; } =
        new[] { Environment.GetEnvironmentVariable("CHROMIUM_PATH"), "/usr/bin/chromium", "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    public static async Task<Browser> OpenAsync(Uri page, CancellationToken cancellationToken)
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        string[] arguments =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
                "--disable-sync",
            "--disable-dev-shm-usage", "--remote-debugging-port=0", "--window-size=800,600", "--user-data-dir=" + folder, page.ToString(),
        ];
        Process process = Process.Start(new ProcessStartInfo(Path!, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        var browser = new Browser(process, folder);
        await browser.ConnectAsync(page, cancellationToken);
        return browser;
    }

    /// <summary>The value of an expression in the page.</summary>
    public async Task<string> EvaluateAsync(string expression, CancellationToken cancellationToken) =>
        (await SendAsync("Runtime.evaluate", new() { ["expression"] = expression }, cancellationToken))["result"]?["value"]?.ToString() ?? "";

    public async Task<byte[]> ScreenshotAsync(CancellationToken cancellationToken) =>
        Convert.FromBase64String((await SendAsync("Page.captureScreenshot", [], cancellationToken))["data"]!.ToString());

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (IOException)
        {
            // A process of the browser that still ends holds its folder.
        }
    }

    private async Task ConnectAsync(Uri page, CancellationToken cancellationToken)
    {
        string file = System.IO.Path.Combine(_folder, "DevToolsActivePort");
        string[] lines;
        while (!File.Exists(file) || (lines = await File.ReadAllLinesAsync(file, cancellationToken)).Length < 2)
        {
            await Task.Delay(50, cancellationToken);
        }

        using var http = new HttpClient();
        string? address = null;
        while (address is null)
        {
            JsonNode pages = JsonNode.Parse(await http.GetStringAsync(new Uri($"http://127.0.0.1:{lines[0]}/json/list"), cancellationToken))!;
            address = pages.AsArray()
                .FirstOrDefault(p => p!["url"]!.ToString()
                .StartsWith(page.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal))?["webSocketDebuggerUrl"]?.ToString();
            await Task.Delay(50, cancellationToken);
        }

        await _socket.ConnectAsync(new Uri(address), cancellationToken);
    }

    private async Task<JsonNode> SendAsync(string method, JsonObject parameters, CancellationToken cancellationToken)
    {
        int id = ++_id;
        byte[] message = JsonSerializer.SerializeToUtf8Bytes<JsonNode>(new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters });
        await _socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        while (true)
        {
            using var whole = new MemoryStream();
            byte[] buffer = new byte[64 * 1024];
            ValueWebSocketReceiveResult part;
            do
            {
                part = await _socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
                whole.Write(buffer, 0, part.Count);
            }
            while (!part.EndOfMessage);

            JsonNode answer = JsonNode.Parse(whole.ToArray())!;
            if ((int?)answer["id"] == id) return answer["result"] ?? throw new InvalidOperationException(answer.ToString());
        }
    }
}
