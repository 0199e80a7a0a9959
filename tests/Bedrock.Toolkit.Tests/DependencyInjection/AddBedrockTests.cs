using Amazon.Runtime;
using Bedrock.Toolkit.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Bedrock.Toolkit.Tests.DependencyInjection;

public class AddBedrockTests
{
    [Fact]
    public async Task AddBedrock_Delegate_GivesOneClientThatIsDisposedWithTheProvider()
    {
        using var handler = new ScriptedHandler(_ => Answers.Json("""{"text":"hi"}"""));
        ServiceProvider provider = new ServiceCollection().AddBedrock(Configure(handler)).Services.BuildServiceProvider();
        var client = provider.GetRequiredService<IBedrockClient>();

        Assert.Equal("hi", (await client.InvokeAsync(Echo.Model, Echo.Request())).Text);
        Assert.Same(client, provider.GetRequiredService<IBedrockClient>());
        await provider.DisposeAsync();
        Assert.Equal(1, handler.Disposals);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.InvokeAsync(Echo.Model, Echo.Request()));
    }

    [Fact]
    public void AddBedrock_Section_SetsEveryScalarOption()
    {
        BedrockClientOptions options = Bind(
            ("region", "eu-west-1"), ("Profile", "p"), ("ApiKey", "k"), ("ServiceUrl", "https://host.example/path"), ("UseFips", "true"),
                ("UseDualStack", "True"),
            ("AllowApiKeyOverHttpLoopback", "true"), ("MaxAttempts", "7"), ("ConnectTimeout", "00:00:01"), ("FirstByteTimeout", "00:02:00"),
            ("StreamIdleTimeout", "00:00:30.5"), ("OverallTimeout", "1.00:00:00"), ("ModelNotReadyAttempts", "9"), ("ThrottlingDelayFloor", "00:00:20"),
            ("DisableClockSkewCorrection", "true"), ("HideAccountIds", "true"));

        Assert.Equal("eu-west-1", options.Region);
        Assert.Equal("p", options.Profile);
        Assert.Equal("k", options.ApiKey);
        Assert.Equal(new Uri("https://host.example/path"), options.ServiceUrl);
        Assert.True(options.UseFips && options.UseDualStack && options.AllowApiKeyOverHttpLoopback);
        Assert.Equal(7, options.MaxAttempts);
        Assert.Equal(TimeSpan.FromSeconds(1), options.ConnectTimeout);
        Assert.Equal(TimeSpan.FromMinutes(2), options.FirstByteTimeout);
        Assert.Equal(TimeSpan.FromSeconds(30.5), options.StreamIdleTimeout);
        Assert.Equal(TimeSpan.FromDays(1), options.OverallTimeout);
        Assert.Equal(9, options.ModelNotReadyAttempts);
        Assert.Equal(TimeSpan.FromSeconds(20), options.ThrottlingDelayFloor);
        Assert.True(options.DisableClockSkewCorrection && options.HideAccountIds);
    }

    [Fact]
    public void Bind_EveryScalarOption_HasAKey()
    {
        IEnumerable<string> scalars = typeof(BedrockClientOptions).GetProperties()
            .Where(p => p.PropertyType.IsPrimitive || p.PropertyType == typeof(string) || p.PropertyType == typeof(Uri)
                || (Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType) == typeof(TimeSpan))
            .Select(p => p.Name);

        Assert.Equal(18, scalars.Count());
        Assert.All(scalars, name => Assert.DoesNotContain("is not a setting", Fault((name, "?")), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(null)]
    public void AddBedrock_NullAndBlankValues_AreNotSet(string? value)
    {
        IConfigurationSection section = new ConfigurationBuilder()
            .AddJsonStream(new MemoryStream(
                """{"Bedrock":{"Profile":"p","Region":"eu-west-1","OverallTimeout":"00:01:00","ServiceUrl":"https://host.example","MaxAttempts":"7","ApiKey":"k","RequestMetadata":{"a":"b"}}}"""u8.ToArray()))
            .AddInMemoryCollection(typeof(BedrockClientOptions).GetProperties().Where(p => p.Name is not nameof(BedrockClientOptions.MaxAttempts))
                .Select(p => new KeyValuePair<string, string?>("Bedrock:" + p.Name, value)).Where(p => IsSetting(p.Key)))
            .Build().GetSection("Bedrock");
        using ServiceProvider provider = new ServiceCollection().AddBedrock(section).Services.BuildServiceProvider();

        BedrockClientOptions options = provider.GetRequiredService<IOptions<BedrockClientOptions>>().Value;

        Assert.True(options is { Profile: null, Region: null, OverallTimeout: null, ServiceUrl: null, ApiKey: null, MaxAttempts: 7 });
        Assert.Equal(TimeSpan.FromHours(1), options.FirstByteTimeout);

        static bool IsSetting(string key) =>
            !Fault((key["Bedrock:".Length..], "?")).Contains("is not a setting", StringComparison.Ordinal)
            && !key.EndsWith("RequestMetadata", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Constructor_BlankRegionAndProfileInCode_AreNotSet()
    {
        using var handler = new ScriptedHandler(_ => Answers.Json("{}"));
        using BedrockClient client = TestClient.Over(handler, o => (o.Profile, o.ApiKey) = (" ", ""));

        await client.InvokeAsync(Echo.Model, Echo.Request());

        Assert.Null(client.Transport.Options.Profile);
        Assert.Throws<BedrockConfigurationException>(() => TestClient.Over(handler, o => o.MaxConnections = 0));
    }

    [Fact]
    public async Task AddBedrock_SectionAndDelegate_AddUp()
    {
        using var handler = new ScriptedHandler(_ => Answers.Json("{}"));
        await using ServiceProvider provider = new ServiceCollection()
            .AddBedrock(Section(("Bedrock:Region", "eu-west-1"), ("Bedrock:MaxAttempts", "1")).GetSection("Bedrock")).Services
            .AddBedrock(o =>
            {
                o.Credentials = new BasicAWSCredentials("A", "S");
                o.HandlerFactory = () => handler;
            })
            .Services.BuildServiceProvider();

        await provider.GetRequiredService<IBedrockClient>().InvokeAsync(Echo.Model, Echo.Request());

        Assert.Equal("bedrock-runtime.eu-west-1.amazonaws.com", Assert.Single(handler.Sent).Uri.Host);
        Assert.Equal("attempt=1; max=1", handler.Sent[0].Header("amz-sdk-request"));
    }

    [Fact]
    public async Task AddKeyedBedrock_SeveralKeys_HaveOptionsOfTheirOwn()
    {
        using var us = new ScriptedHandler(_ => Answers.Json("{}"));
        using var eu = new ScriptedHandler(_ => Answers.Json("{}"));
        using var plain = new ScriptedHandler(_ => Answers.Json("{}"));
        await using ServiceProvider provider = new ServiceCollection()
            .AddBedrock(Configure(plain)).Services
            .AddKeyedBedrock("us", Configure(us)).Services
            .AddKeyedBedrock("eu", Configure(eu)).Services
            .AddKeyedBedrock("eu", Section(("Region", "eu-west-1")))
            .Services.BuildServiceProvider();

        await provider.GetRequiredKeyedService<IBedrockClient>("us").InvokeAsync(Echo.Model, Echo.Request());
        await provider.GetRequiredKeyedService<IBedrockClient>("eu").InvokeAsync(Echo.Model, Echo.Request());
        await provider.GetRequiredService<IBedrockClient>().InvokeAsync(Echo.Model, Echo.Request());

        Assert.Contains("us-east-1", us.Sent[0].Uri.Host, StringComparison.Ordinal);
        Assert.Contains("eu-west-1", eu.Sent[0].Uri.Host, StringComparison.Ordinal);
        Assert.Contains("us-east-1", plain.Sent[0].Uri.Host, StringComparison.Ordinal);
        Assert.Null(provider.GetKeyedService<IBedrockClient>("mars"));
    }

    [Fact]
    public async Task AddBedrock_ClientRegisteredBefore_Stays()
    {
        var fake = new OwnClient();
        await using ServiceProvider provider = new ServiceCollection()
            .AddSingleton<IBedrockClient>(fake)
            .AddKeyedSingleton<IBedrockClient>("eu", fake)
            .AddBedrock().Services
            .AddKeyedBedrock("eu", _ => { })
            .Services.BuildServiceProvider();

        Assert.Same(fake, provider.GetRequiredService<IBedrockClient>());
        Assert.Same(fake, provider.GetRequiredKeyedService<IBedrockClient>("eu"));
    }

    [Fact]
    public async Task AddBedrock_ClientRegisteredAfter_TakesItsPlace()
    {
        var fake = new OwnClient();
        await using ServiceProvider provider = new ServiceCollection()
            .AddBedrock(o => o.Region = "us-east-1").Services
            .AddSingleton<IBedrockClient>(fake)
            .AddSingleton<Consumer>()
            .BuildServiceProvider();

        Assert.Equal("from the stand-in", await provider.GetRequiredService<Consumer>().AskAsync());
    }

    [Fact]
    public async Task StartAsync_WholeConfigurationGiven_SaysWhichSectionToGive()
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection([new("Bedrock:Region", "us-east-1"), new("Urls", "http://localhost")]);
        builder.Services.AddBedrock(builder.Configuration);
        using IHost host = builder.Build();

        OptionsValidationException e = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Contains("give its section, configuration.GetSection(\"Bedrock\")", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bedrock:Regoin", "us-east-1", "Bedrock:Regoin is not a setting", "MaxAttempts")]
    [InlineData("Bedrock:MaxAttempts", "many", "Bedrock:MaxAttempts must be a whole number")]
    [InlineData("Bedrock:MaxAttempts", "3.5", "Bedrock:MaxAttempts must be a whole number")]
    [InlineData("Bedrock:MaxAttempts", "0", "MaxAttempts must be 1")]
    [InlineData("Bedrock:MaxAttempts", "21", "MaxAttempts must be 1")]
    [InlineData("Bedrock:UseFips", "yes", "Bedrock:UseFips must be true or false")]
    [InlineData("Bedrock:ServiceUrl", "not a url", "Bedrock:ServiceUrl must be an absolute address")]
    [InlineData("Bedrock:ServiceUrl", "ftp://host/", "ServiceUrl must be an absolute http or https address")]
    [InlineData("Bedrock:ServiceUrl", "https://host/?a=1", "ServiceUrl must not have a query")]
    [InlineData("Bedrock:ServiceUrl", "https://user:the-secret@host/", "ServiceUrl must not have a query, a fragment or user information")]
    [InlineData("Bedrock:FirstByteTimeout", "30", "Bedrock:FirstByteTimeout must be a time")]
    [InlineData("Bedrock:FirstByteTimeout", "-00:00:01", "FirstByteTimeout must be positive")]
    [InlineData("Bedrock:ConnectTimeout", "00:00:00", "ConnectTimeout must be positive")]
    [InlineData("Bedrock:StreamIdleTimeout", "25.00:00:00", "StreamIdleTimeout must be positive and at most 24 days")]
    [InlineData("Bedrock:OverallTimeout", "-00:00:01", "OverallTimeout must be positive")]
    [InlineData("Bedrock:Region:Name", "us-east-1", "Bedrock:Region must be a single value")]
    [InlineData("Bedrock:Region", "us-east-1.evil.example/", "Region must be lower-case letters")]
    [InlineData("Bedrock:ApiKey", "the-secret with space", "ApiKey must be printable ASCII")]
    public async Task StartAsync_FaultySetting_StopsTheHostNamingKeyAndRule(string key, string value, params string[] words)
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection([new(key, value)]);
        builder.Services.AddBedrock(builder.Configuration.GetSection("Bedrock"));
        using IHost host = builder.Build();

        OptionsValidationException e = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.All(words, word => Assert.Contains(word, e.Message, StringComparison.Ordinal));
        Assert.DoesNotContain("the-secret", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartAsync_KeyAndCredentials_StopTheHost()
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddKeyedBedrock("eu", o =>
        {
            o.ApiKey = "the-secret";
            o.Credentials = new BasicAWSCredentials("A", "other-secret");
            o.Profile = "p";
            o.UseFips = true;
            o.ServiceUrl = new Uri("http://gateway.example");
        });
        using IHost host = builder.Build();

        OptionsValidationException e = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Contains("ApiKey and Credentials are both set", e.Message, StringComparison.Ordinal);
        Assert.Contains("Profile is set beside", e.Message, StringComparison.Ordinal);
        Assert.Contains("ServiceUrl excludes UseFips", e.Message, StringComparison.Ordinal);
        Assert.Contains("plain http", e.Message, StringComparison.Ordinal);
        Assert.Equal(4, e.Failures.Count());
        Assert.Equal("eu", e.OptionsName);
        Assert.DoesNotContain("secret", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartAsync_GoodSettings_StartTheHost()
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Configuration.AddInMemoryCollection([new("Bedrock:Region", "us-east-1"), new("Bedrock:ApiKey", "k")]);
        builder.Services.AddBedrock(builder.Configuration.GetSection("Bedrock"));
        using IHost host = builder.Build();

        await host.StartAsync();

        Assert.IsType<BedrockClient>(host.Services.GetRequiredService<IBedrockClient>());
        await host.StopAsync();
    }

    [Fact]
    public void ToString_Options_MaskEverySecret()
    {
        var options = new BedrockClientOptions
        {
            Region = "us-east-1",
            ApiKey = "the-secret",
            Credentials = new BasicAWSCredentials("AKIDEXAMPLE", "other-secret"),
            ServiceUrl = new Uri("https://user:url-secret@host.example/path?token=query-secret"),
        };

        string text = options.ToString();

        Assert.Equal("Region=us-east-1, ServiceUrl=https://host.example/path, Credentials=(given)", text);
        options.Credentials = null;
        Assert.Contains("(API key)", options.ToString(), StringComparison.Ordinal);
        Assert.Contains("(chain)", new BedrockClientOptions().ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AddBedrock_NullOrEmptyArgument_IsRefused()
    {
        var services = new ServiceCollection();

        Assert.Throws<ArgumentNullException>("services", () => ((IServiceCollection)null!).AddBedrock());
        Assert.Throws<ArgumentNullException>("configure", () => services.AddBedrock((Action<BedrockClientOptions>)null!));
        Assert.Throws<ArgumentNullException>("section", () => services.AddBedrock((IConfiguration)null!));
        Assert.Throws<ArgumentException>("key", () => services.AddKeyedBedrock("", _ => { }));
    }

    private static Action<BedrockClientOptions> Configure(HttpMessageHandler handler) => o =>
    {
        o.Region = "us-east-1";
        o.Credentials = new BasicAWSCredentials("A", "S");
        o.HandlerFactory = () => handler;
    };

    private static IConfigurationRoot Section(params (string Key, string Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(v => new KeyValuePair<string, string?>(v.Key, v.Value))).Build();

    private static BedrockClientOptions Bind(params (string Key, string Value)[] values)
    {
        var options = new BedrockClientOptions();
        Bedrock.Toolkit.DependencyInjection.BedrockOptionsBinder.Bind(Section(values), options, "");
        return options;
    }

    private static string Fault((string, string) value) => Record.Exception(() => Bind(value))?.Message ?? "";

    private sealed class Consumer(IBedrockClient bedrock)
    {
        public async Task<string?> AskAsync() => (await bedrock.InvokeAsync(Echo.Model, Echo.Request())).Text;
    }

    /// <summary>Another implementation of the interface, as an application would write one.</summary>
    private sealed class OwnClient : IBedrockClient
    {
        public Task<TResponse> CallAsync<TRequest, TResponse>(BedrockCall<TRequest, TResponse> call, InvokeOptions? options = null,
            CancellationToken cancellationToken = default) =>
            Task.FromResult((TResponse)(object)new EchoResponse { Text = "from the stand-in" });

        public BedrockStream<TEvent, TResponse> CallStreamAsync<TRequest, TEvent, TResponse>(BedrockStreamingCall<TRequest, TEvent, TResponse> call,
            InvokeOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();
    }
}
