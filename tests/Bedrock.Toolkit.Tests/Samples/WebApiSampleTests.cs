using System.Net;
using System.Net.Http.Json;
using Bedrock.Toolkit.Converse;
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
        builder.Configuration["Bedrock:MaxAttempts"] = "1";
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

    [Fact]
    public async Task Chat_ToolCall_IsShownWithWhatItGaveAndWhatItCost()
    {
        using var http = new HttpClient { BaseAddress = Url };

        HttpResponseMessage response = await http.PostAsJsonAsync("/chat", new { prompt = "When is high water at Holm?", model = "openai.gpt-oss-120b-1:0" });
        string text = await response.Content.ReadAsStringAsync();

        int called = text.IndexOf("event: tool\ndata: {\"id\":\"tooluse_1\",\"name\":\"tide_times\"}\n", StringComparison.Ordinal);
        int answered = text.IndexOf("\"input\":{\"harbour\":\"Holm\"},\"result\":{\"harbour\":\"Holm\"", StringComparison.Ordinal);
        Assert.True(called > 0 && answered > called && text.LastIndexOf("event: text", StringComparison.Ordinal) > answered, text);
        Assert.Equal(3, text.Split("event: usage\ndata: {\"inputTokens\":").Length);
        Assert.Matches("\"cost\":0\\.0000[0-9]+,\"currency\":\"USD\"", text);
        Assert.EndsWith("event: done\ndata: \n\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chat_WithHistory_IsAskedAsOneConversation()
    {
        using var http = new HttpClient { BaseAddress = Url };
        object[] history = [new { role = "user", text = "My boat is called Tern." }, new { role = "assistant", text = "A good name." }];

        await http.PostAsJsonAsync("/chat", new { prompt = "What is it called?", history });

        ConverseRequest asked = Assert.Single(_server.ConverseRequests("us.amazon.nova-lite-v1:0"));
        Assert.Equal(["My boat is called Tern.", "A good name.", "What is it called?"],
            asked.Messages.Select(message => ((TextBlock)message.Content[0]).Text));
    }

    [Fact]
    public async Task Chat_TooManyQuestions_Is429WithTheTimeToWait()
    {
        using var http = new HttpClient { BaseAddress = Url };

        HttpResponseMessage response = await http.PostAsJsonAsync("/chat", new { prompt = "hello", model = "us.amazon.nova-micro-v1:0" });

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(1), response.Headers.RetryAfter?.Delta);
        HttpResponseMessage unknown = await http.PostAsJsonAsync("/chat", new { prompt = "hello", model = "us.amazon.nova-9-v1:0" });
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
    }

    [Fact]
    public async Task Chat_StreamBreaksOff_EndsWithBrokenAndNeverWithDone()
    {
        using var http = new HttpClient { BaseAddress = Url };

        HttpResponseMessage response = await http.PostAsJsonAsync("/chat", new { prompt = "hello", model = "us.amazon.nova-2-lite-v1:0" });
        string text = await response.Content.ReadAsStringAsync();

        Assert.Contains("event: text\n", text, StringComparison.Ordinal);
        Assert.EndsWith("event: broken\ndata: The answer broke off: what is above is not all of it.\n\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("event: done", text, StringComparison.Ordinal);
    }

    [ChromiumFact]
    public async Task Page_HtmlInAnAnswer_IsShownAsText()
    {
        const string ask = "/?ask=%3Cimg%20src%3Dx%20onerror%3D%22document.title%3D'taken'%22%3E%20%5Bx%5D(javascript%3Aalert(1))%20**bold**";
        await using Browser browser = await Browser.OpenAsync(new Uri(Url, ask), _limit);

        await UntilDoneAsync(browser);

        Assert.Contains("<img src=x", await browser.EvaluateAsync("document.querySelector('.answer .text').textContent", _limit), StringComparison.Ordinal);
        Assert.Equal("0", await browser.EvaluateAsync("document.querySelectorAll('.answer .text :is(img, script, a)').length", _limit));
        Assert.Equal("bold", await browser.EvaluateAsync("document.querySelector('.answer .text strong').textContent", _limit));
        Assert.Equal("Harbour chat", await browser.EvaluateAsync("document.title", _limit));
    }

    [ChromiumFact]
    public async Task Page_StopButton_ClosesTheStreamAtTheServerAndKeepsWhatIsThere()
    {
        _server.PauseBetweenEvents = TimeSpan.FromMilliseconds(100);
        await using Browser browser = await Browser.OpenAsync(new Uri(Url, "/?ask=Why%20does%20a%20harbour%20have%20two%20lights%3F"), _limit);
        string text = await ReadAsync(browser, shown => shown.Length > 0);
        _server.PauseBetweenEvents = TimeSpan.FromMinutes(10);

        await browser.EvaluateAsync("document.getElementById('stop').click()", _limit);

        await UntilAsync(() => Task.FromResult(_server.AbandonedAnswers == 1));
        await UntilAsync(async () => await browser.EvaluateAsync("document.getElementById('state').textContent", _limit) == "stopped");
        Assert.StartsWith(text, await ReadAsync(browser, _ => true), StringComparison.Ordinal);
    }

    [ChromiumFact]
    public async Task Page_ToolCallAndError_AreShown()
    {
        await using Browser browser = await Browser.OpenAsync(new Uri(Url, "/?ask=When%20is%20high%20water%20at%20Holm%3F"), _limit);
        await UntilDoneAsync(browser);

        Assert.Contains("\"harbour\": \"Holm\"", await browser.EvaluateAsync("document.querySelector('.tool.answered .asked').textContent", _limit),
            StringComparison.Ordinal);
        Assert.Matches("[0-9]+ tokens in, [0-9]+ out.*0\\.0000[0-9]+ USD.*2 calls",
            await browser.EvaluateAsync("document.querySelector('.meta').textContent", _limit));

        await browser.EvaluateAsync(
            "document.forms[0].model.value = 'us.amazon.nova-micro-v1:0'; document.forms[0].prompt.value = 'x'; document.forms[0].requestSubmit()", _limit);
        await UntilAsync(async () => (await browser.EvaluateAsync("document.querySelector('[role=alert]')?.textContent", _limit))
            .StartsWith("Too many questions just now.", StringComparison.Ordinal));
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
        await browser.EvaluateAsync("document.forms[0].prompt.value = 'Compare three knots'; document.forms[0].requestSubmit()", _limit);
        await UntilDoneAsync(browser);
        await SaveScreenshotAsync(browser, "web-api-done.png");

        Assert.Equal(1, _server.AbandonedAnswers);
        Assert.Equal(2, _server.Calls.Count);
    }

    private async Task<string> ReadAsync(Browser browser, Func<string, bool> isGood)
    {
        string text = "";
        await UntilAsync(async () => isGood(text = await browser.EvaluateAsync("document.querySelector('article:last-child .text')?.textContent", _limit)));
        return text;
    }

    private Task UntilDoneAsync(Browser browser) => UntilAsync(async () =>
        (await browser.EvaluateAsync("document.getElementById('state')?.textContent", _limit)).StartsWith("done, ", StringComparison.Ordinal));

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
