using Amazon.Runtime;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Transport;

/// <summary>Making and disposing clients.</summary>
public class LifeCycleTests
{
    [Fact]
    public async Task AnyCall_AfterDispose_IsRefused()
    {
        using var handler = new ScriptedHandler();
        BedrockClient client = TestClient.Over(handler);
        BedrockStream<EchoEvent, EchoResponse> early = client.StreamAsync(Echo.Streaming, Echo.Request());
        client.Dispose();

        ObjectDisposedException e = await Assert.ThrowsAsync<ObjectDisposedException>(() => client.InvokeAsync(Echo.Model, Echo.Request()));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.SendRawAsync(BedrockRawRequest.InvokeModel(Echo.Id, default)));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.StreamAsync(Echo.Streaming, Echo.Request()).OpenAsync());
        await Assert.ThrowsAsync<ObjectDisposedException>(() => early.ToResponseAsync());

        Assert.Contains("BedrockClient", e.ObjectName, StringComparison.Ordinal);
        Assert.Empty(handler.Sent);
    }

    [Fact]
    public void Dispose_Twice_DisposesTheHandlerOnce()
    {
        var handler = new ScriptedHandler();
        BedrockClient client = TestClient.Over(handler);

        client.Dispose();
        client.Dispose();

        Assert.Equal(1, handler.Disposals);
    }

    [Fact]
    public async Task Dispose_DuringACall_EndsItAsDisposed()
    {
        using ScriptedHandler handler = new ScriptedHandler().ThenSilence();
        BedrockClient client = TestClient.Over(handler);

        Task<EchoResponse> call = client.InvokeAsync(Echo.Model, Echo.Request());
        await handler.Entered;
        client.Dispose();

        ObjectDisposedException e = await Assert.ThrowsAsync<ObjectDisposedException>(() => call);
        Assert.Contains("BedrockClient", e.ObjectName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dispose_OverTheCallersHttpClient_LeavesItAlone()
    {
        using var handler = new ScriptedHandler(_ => Answers.Json("{}"), _ => new HttpResponseMessage());
        using var http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        var client = new BedrockClient(http, Options());

        await client.InvokeAsync(Echo.Model, Echo.Request());
        client.Dispose();

        Assert.Equal(0, handler.Disposals);
        using HttpResponseMessage still = await http.GetAsync(new Uri("https://example.com"));
        Assert.Equal(200, (int)still.StatusCode);
    }

    [Fact]
    public void Constructor_HttpClientThatWouldCutLongCalls_NamesTheRemedy()
    {
        using var http = new HttpClient(new ScriptedHandler());

        ArgumentException e = Assert.Throws<ArgumentException>(() => new BedrockClient(http, Options()));

        Assert.Contains("Timeout.InfiniteTimeSpan", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_HttpClientWithEnoughTime_IsTaken()
    {
        using var http = new HttpClient(new ScriptedHandler()) { Timeout = TimeSpan.FromMinutes(2) };
        BedrockClientOptions options = Options();
        options.FirstByteTimeout = TimeSpan.FromMinutes(2);

        using var client = new BedrockClient(http, options);
        options.FirstByteTimeout = TimeSpan.FromMinutes(2.1);
        Assert.Throws<ArgumentException>(() => new BedrockClient(http, options));
    }

    [Fact]
    public void Constructor_HandlerFactoryBesideAnHttpClient_IsRefused()
    {
        using var http = new HttpClient(new ScriptedHandler()) { Timeout = Timeout.InfiniteTimeSpan };
        BedrockClientOptions options = Options();
        options.HandlerFactory = () => new ScriptedHandler();

        Assert.Contains("HandlerFactory", Assert.Throws<ArgumentException>(() => new BedrockClient(http, options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Constructor_Options_AreCopied()
    {
        using var handler = new ScriptedHandler(_ => Answers.Json("{}"));
        BedrockClientOptions options = TestClient.Options(handler);
        using var client = new BedrockClient(options);

        options.Region = "eu-west-1";
        await client.InvokeAsync(Echo.Model, Echo.Request());

        Assert.Equal("bedrock-runtime.us-east-1.amazonaws.com", handler.Sent[0].Uri.Host);
    }

    [Fact]
    public void Constructor_Null_IsRefused()
    {
        using var http = new HttpClient(new ScriptedHandler());
        Assert.Throws<ArgumentNullException>("options", () => new BedrockClient(null!));
        Assert.Throws<ArgumentNullException>("options", () => new BedrockClient(http, null!));
        Assert.Throws<ArgumentNullException>("httpClient", () => new BedrockClient(null!, Options()));
    }

    [Fact]
    public async Task TwoClients_OfOneProcess_ShareNothing()
    {
        using var first = new ScriptedHandler(_ => Answers.Json("{}"));
        using var second = new ScriptedHandler(_ => Answers.Json("{}"));
        using BedrockClient one = TestClient.Over(first);
        using BedrockClient two = TestClient.Over(second, o =>
        {
            o.Region = "eu-west-1";
            o.Credentials = new BasicAWSCredentials("AKIDOTHER", "s");
        });

        await Task.WhenAll(one.InvokeAsync(Echo.Model, Echo.Request()), two.InvokeAsync(Echo.Model, Echo.Request()));

        Assert.Contains("AKIDEXAMPLE/20260102/us-east-1", first.Sent[0].Header("Authorization"), StringComparison.Ordinal);
        Assert.Contains("AKIDOTHER/20260102/eu-west-1", second.Sent[0].Header("Authorization"), StringComparison.Ordinal);
    }

    private static BedrockClientOptions Options() => new() { Region = "us-east-1", Credentials = new BasicAWSCredentials("A", "S") };
}
