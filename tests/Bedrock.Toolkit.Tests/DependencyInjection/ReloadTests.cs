using Amazon.Runtime;
using Bedrock.Toolkit.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bedrock.Toolkit.Tests.DependencyInjection;

/// <summary>Options that change while the host runs.</summary>
public sealed class ReloadTests
{
    [Fact]
    public async Task Reload_CallUnderWay_EndsAsItBeganAndTheNextTakesTheNewOptions()
    {
        var gate = new TaskCompletionSource();
        using var handler = new ScriptedHandler();
        handler.ThenAsync(async (_, _) =>
        {
            await gate.Task;
            return Answers.Json("""{"text":"old"}""");
        });
        handler.Then(_ => Answers.Json("""{"text":"new"}"""));
        IConfigurationRoot configuration = Section(("Region", "us-east-1"), ("MaxAttempts", "2"));
        await using ServiceProvider provider = Provider(configuration, handler);
        var client = provider.GetRequiredService<IBedrockClient>();

        Task<EchoResponse> running = client.InvokeAsync(Echo.Model, Echo.Request());
        await handler.Entered;
        configuration["Region"] = "eu-west-1";
        configuration["MaxAttempts"] = "5";
        configuration.Reload();
        EchoResponse later = await client.InvokeAsync(Echo.Model, Echo.Request());
        gate.SetResult();

        Assert.Equal("old", (await running).Text);
        Assert.Equal("new", later.Text);
        Assert.Equal(["bedrock-runtime.us-east-1.amazonaws.com", "bedrock-runtime.eu-west-1.amazonaws.com"], handler.Sent.Select(s => s.Uri.Host));
        Assert.Equal("attempt=1; max=5", handler.Sent[1].Header("amz-sdk-request"));
        Assert.Contains("/eu-west-1/bedrock/", handler.Sent[1].Header("Authorization"), StringComparison.Ordinal);
        Assert.Equal(0, handler.Disposals);
    }

    [Fact]
    public async Task Reload_CallUnderWayWhenTheClientIsDisposed_SaysThatItWasDisposed()
    {
        using var handler = new ScriptedHandler();
        handler.ThenAsync(async (_, cancellationToken) =>
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return Answers.Json("{}");
        });
        BedrockClientOptions options = TestClient.Options(handler, o => o.MaxAttempts = 1);
        using var client = new BedrockClient(options);

        Task<EchoResponse> running = client.InvokeAsync(Echo.Model, Echo.Request());
        await handler.Entered;
        client.Reload(options);
        client.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => running);
    }

    [Fact]
    public async Task Reload_StreamUnderWay_GoesOn()
    {
        using var handler = new ScriptedHandler(_ => Answers.Stream(Frames.Chunk("""{"text":"a"}"""), Frames.Chunk("""{"text":"b","last":true}""")));
        IConfigurationRoot configuration = Section(("Region", "us-east-1"));
        await using ServiceProvider provider = Provider(configuration, handler);
        string text = "";

        await foreach (EchoEvent e in provider.GetRequiredService<IBedrockClient>().StreamAsync(Echo.Streaming, Echo.Request()))
        {
            configuration["Region"] = "eu-west-1";
            configuration.Reload();
            text += e.Text;
        }

        Assert.Equal("ab", text);
    }

    [Fact]
    public async Task Reload_FaultySettings_AreToldToTheOneWhoReloadsAndTheClientGoesOn()
    {
        using var handler = new ScriptedHandler(_ => Answers.Json("{}"));
        IConfigurationRoot configuration = Section(("Region", "us-east-1"));
        await using ServiceProvider provider = Provider(configuration, handler);
        var client = provider.GetRequiredService<IBedrockClient>();

        configuration["MaxAttempts"] = "none";
        Exception e = Record.Exception(configuration.Reload)!;
        await client.InvokeAsync(Echo.Model, Echo.Request());

        Assert.Contains("MaxAttempts must be a whole number", e.ToString(), StringComparison.Ordinal);
        Assert.Equal("attempt=1; max=3", handler.Sent[0].Header("amz-sdk-request"));
    }

    [Fact]
    public async Task Reload_OtherClientsOptions_LeaveAClientAlone()
    {
        using var handler = new ScriptedHandler(_ => Answers.Json("{}"));
        IConfigurationRoot eu = Section(("Region", "eu-west-1"));
        await using ServiceProvider provider = Provider(Section(("Region", "us-east-1")), handler, services => services.AddKeyedBedrock("eu", eu));
        var client = provider.GetRequiredService<IBedrockClient>();
        _ = provider.GetRequiredKeyedService<IBedrockClient>("eu");

        eu["Region"] = "eu-north-1";
        eu.Reload();
        await client.InvokeAsync(Echo.Model, Echo.Request());

        Assert.Contains("us-east-1", handler.Sent[0].Uri.Host, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reload_ConnectTimeout_TakesNewConnectionsAndClosesAllAtTheEnd()
    {
        IConfigurationRoot configuration = Section(("Region", "us-east-1"));
        ServiceProvider provider = new ServiceCollection().AddBedrock(configuration).Services.BuildServiceProvider();
        var client = (BedrockClient)provider.GetRequiredService<IBedrockClient>();
        HttpMessageInvoker before = client.Transport.Pool.Http;

        configuration["ConnectTimeout"] = "00:00:03";
        configuration.Reload();
        HttpMessageInvoker after = client.Transport.Pool.Http;
        configuration["MaxAttempts"] = "4";
        configuration.Reload();

        Assert.NotSame(before, after);
        Assert.Same(after, client.Transport.Pool.Http);
        Assert.Equal(4, client.Transport.Options.MaxAttempts);
        await provider.DisposeAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://127.0.0.1:9/");
        await Assert.ThrowsAsync<ObjectDisposedException>(() => before.SendAsync(request, CancellationToken.None));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => after.SendAsync(request, CancellationToken.None));
        configuration["MaxAttempts"] = "5";
        configuration.Reload();
        Assert.Equal(4, client.Transport.Options.MaxAttempts);
    }

    private static ServiceProvider Provider(IConfigurationRoot configuration, HttpMessageHandler handler, Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection();
        services.AddBedrock(configuration);
        services.AddBedrock(o =>
        {
            o.Credentials = new BasicAWSCredentials("A", "S");
            o.HandlerFactory = () => handler;
        });
        more?.Invoke(services);
        return services.BuildServiceProvider();
    }

    private static IConfigurationRoot Section(params (string Key, string Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(v => new KeyValuePair<string, string?>(v.Key, v.Value))).Build();
}
