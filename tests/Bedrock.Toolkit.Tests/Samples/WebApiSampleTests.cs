using System.Net;
using System.Net.Http.Json;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using WebApi;

namespace Bedrock.Toolkit.Tests.Samples;

/// <summary>The sample in docs/samples/web-api, against the embedded server. Alone, because a browser takes the processor.</summary>
[Collection(AloneCollection.Name)]
public sealed class WebApiSampleTests : IAsyncLifetime
{
    private readonly CancellationToken _limit = new CancellationTokenSource(TimeSpan.FromSeconds(60)).Token;
    private BedrockServer _server = null!;
    private WebApplication _app = null!;

    private Uri Url => new(_app.Urls.First());

    public async Task InitializeAsync()
    {
        _server = await BedrockServer.StartAsync();
        WebApplicationBuilder builder = WebApplication.CreateBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        _app = ChatApi.Build(builder, _server);
        await _app.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Chat_Prompt_IsAnsweredByServerSentEvents()
    {
        using var http = new HttpClient { BaseAddress = Url };

        HttpResponseMessage response = await http.PostAsJsonAsync("/chat", new { prompt = "hello" });
        string text = await response.Content.ReadAsStringAsync();

        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        Assert.True(text.Split("event: text\n").Length > 3, text);
        Assert.EndsWith("event: done\ndata: \n\n", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await http.PostAsJsonAsync("/chat", new { prompt = " " })).StatusCode);
    }

    [Fact]
    public async Task Chat_CallerGoesAway_StopsTheStreamAtTheServer()
    {
        _server.PauseBetweenEvents = TimeSpan.FromMilliseconds(400);
        using var http = new HttpClient { BaseAddress = Url };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/chat") { Content = JsonContent.Create(new { prompt = "hello" }) };

        HttpResponseMessage response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        _server.PauseBetweenEvents = TimeSpan.FromMinutes(10);
        Assert.Equal(0, _server.AbandonedAnswers);
        response.Dispose();

        await UntilAsync(() => Task.FromResult(_server.AbandonedAnswers == 1));
    }

    [ChromiumFact]
    public async Task Page_InABrowser_ShowsTheAnswerPieceByPieceAndAReloadStopsIt()
    {
        _server.PauseBetweenEvents = TimeSpan.FromMilliseconds(400);
        await using Browser browser = await Browser.OpenAsync(new Uri(Url, "/?ask=Why%20does%20a%20harbour%20have%20two%20lights%3F"), _limit);

        string first = await ReadAsync(browser, text => text.Length > 0);
        string longer = await ReadAsync(browser, text => text.Length > first.Length);
        _server.PauseBetweenEvents = TimeSpan.FromMinutes(10);
        await SaveScreenshotAsync(browser, "web-api-streaming.png");
        Assert.StartsWith(first, longer, StringComparison.Ordinal);
        Assert.Equal(0, _server.AbandonedAnswers);

        await browser.EvaluateAsync("history.replaceState(null, '', '/'); location.reload()", _limit);
        await UntilAsync(() => Task.FromResult(_server.AbandonedAnswers == 1));
        _server.PauseBetweenEvents = TimeSpan.FromMilliseconds(5);
        await UntilAsync(async () => await browser.EvaluateAsync("document.getElementById('state')?.textContent", _limit) == "ready");
        await browser.EvaluateAsync("document.forms[0].requestSubmit()", _limit);
        await UntilAsync(async () => (await browser.EvaluateAsync("document.getElementById('state').textContent", _limit))
            .StartsWith("done, ", StringComparison.Ordinal));
        await SaveScreenshotAsync(browser, "web-api-done.png");

        Assert.Equal(1, _server.AbandonedAnswers);
        Assert.Equal(2, _server.Calls.Count);
    }

    private async Task<string> ReadAsync(Browser browser, Func<string, bool> isGood)
    {
        string text = "";
        await UntilAsync(async () => isGood(text = await browser.EvaluateAsync("document.getElementById('answer')?.textContent", _limit)));
        return text;
    }

    private async Task UntilAsync(Func<Task<bool>> condition)
    {
        // A browser and a socket have no clock that a test could turn: asked again until the limit of the whole test.
        while (!await condition())
        {
            await Task.Delay(20, _limit);
        }
    }

    private async Task SaveScreenshotAsync(Browser browser, string name)
    {
        if (Environment.GetEnvironmentVariable("SCREENSHOT_FOLDER") is { Length: > 0 } folder)
        {
            await File.WriteAllBytesAsync(System.IO.Path.Combine(folder, name), await browser.ScreenshotAsync(_limit));
        }
    }
}
