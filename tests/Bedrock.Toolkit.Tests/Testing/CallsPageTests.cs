using System.Net;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;

namespace Bedrock.Toolkit.Tests.Testing;

/// <summary>The page that shows the calls, and what stands behind it.</summary>
public sealed class CallsPageTests : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http = new();
    private BedrockServer _server = null!;
    private BedrockClient _client = null!;

    public async Task InitializeAsync()
    {
        _server = await BedrockServer.StartAsync(new BedrockServerOptions { ShowsCalls = true });
        _client = _server.CreateClient();
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose()
    {
        _http.Dispose();
        _client.Dispose();
    }

    [Fact]
    public async Task Calls_RunningStream_IsToldWhileItRuns_Streaming()
    {
        _server.FaultEvery(1, BedrockFault.Silence(2));
        using var reader = new StreamReader(await _http.GetStreamAsync(new Uri(_server.Url, "calls")));
        using var leave = new CancellationTokenSource();
        Task stream = _client.ConverseStreamAsync(NovaModels.Lite, "What runs?", leave.Token).ForEachAsync(_ => { });

        Assert.Contains("\"What runs?\"", await ReadUntilAsync(reader, "\"events\":2,\"state\":\"answers\""), StringComparison.Ordinal);
        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stream);
        await ReadUntilAsync(reader, "\"state\":\"left\"");
    }

    [Fact]
    public async Task Calls_LaterReader_SeesWhatWasBefore()
    {
        await _client.ConverseAsync(NovaModels.Lite, "Hello");
        await Assert.ThrowsAsync<BedrockValidationException>(() => _client.ConverseAsync("amazon.nova-none-v9:0", "Hello"));
        using var reader = new StreamReader(await _http.GetStreamAsync(new Uri(_server.Url, "calls")));

        Assert.Contains("\"operation\":\"Converse\",\"model\":\"amazon.nova-lite-v1:0\",\"status\":200", await ReadUntilAsync(reader, "\"number\":1,"),
            StringComparison.Ordinal);
        Assert.Contains("\"status\":400", await ReadUntilAsync(reader, "\"number\":2,"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_AnotherHost_IsRefused()
    {
        foreach (string path in (string[])["", "calls"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_server.Url, path)) { Headers = { Host = "elsewhere.example" } };
            using HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }
    }

    [Fact]
    public async Task Page_NotAskedFor_IsNotThere()
    {
        await using BedrockServer server = await BedrockServer.StartAsync();
        using HttpResponseMessage response = await _http.GetAsync(server.Url);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static async Task<string> ReadUntilAsync(StreamReader reader, string part)
    {
        while (true)
        {
            string line = await reader.ReadLineAsync().WaitAsync(Bound) ?? throw new InvalidOperationException($"The stream ended before {part}.");
            if (line.Contains(part, StringComparison.Ordinal)) return line;
        }
    }
}
