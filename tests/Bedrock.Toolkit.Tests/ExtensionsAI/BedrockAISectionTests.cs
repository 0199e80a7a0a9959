using System.Text.Json;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Testing;
using Bedrock.Toolkit.Tests.Conventions;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Bedrock.Toolkit.Tests.ExtensionsAI;

/// <summary>Models of a host that stand in its configuration.</summary>
public class BedrockAISectionTests
{
    [Fact]
    public async Task Sections_OfEveryKind_NameModelClientAndSettings()
    {
        using var one = new FakeBedrock();
        using var other = new FakeBedrock();
        IConfiguration configuration = Configuration(
            ("Chat:ModelId", "us.amazon.nova-lite-v1:0"), ("Chat:ServiceTier", "flex"), ("Chat:RequestMetadata:team", "quay"),
                ("Chat:OverallTimeout", "00:01:00"),
            ("Embeddings:modelid", "cohere.embed-v4:0"), ("Embeddings:Purpose", "query"), ("Embeddings:Dimensions", "256"), ("Embeddings:BedrockKey", "eu"),
            ("Images:ModelId", "stability.stable-image-core-v1:1"), ("EuropeanImages:ModelId", "stability.stable-image-core-v1:1"),
                ("EuropeanImages:BedrockKey", "eu"));
        var services = new ServiceCollection();
        services.AddSingleton(one.Client);
        services.AddKeyedSingleton("eu", other.Client);
        services.AddBedrockChatClient(configuration.GetSection("Chat")).UseFunctionInvocation();
        services.AddBedrockEmbeddingGenerator(configuration.GetSection("Embeddings"));
        services.AddBedrockImageGenerator(configuration.GetSection("Images"));
        services.AddKeyedBedrockChatClient(7, configuration.GetSection("Chat"));
        services.AddKeyedBedrockEmbeddingGenerator(7, configuration.GetSection("Embeddings"), options => options.Dimensions = 512, ServiceLifetime.Singleton);
        services.AddKeyedBedrockImageGenerator(7, configuration.GetSection("EuropeanImages"), ServiceLifetime.Transient);
        await using ServiceProvider provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IChatClient>().GetResponseAsync("Hi");
        Embedding<float> vector = await provider.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>().GenerateAsync("Hi");
        await provider.GetRequiredService<IImageGenerator>().GenerateImagesAsync("a buoy");
        await provider.GetRequiredKeyedService<IChatClient>(7).GetResponseAsync("Hi");
        Embedding<float> longer = await provider.GetRequiredKeyedService<IEmbeddingGenerator<string, Embedding<float>>>(7).GenerateAsync("Hi");
        await provider.GetRequiredKeyedService<IImageGenerator>(7).GenerateImagesAsync("a buoy");

        Assert.Equal(["us.amazon.nova-lite-v1:0", "stability.stable-image-core-v1:1", "us.amazon.nova-lite-v1:0"], one.Calls.Select(call => call.ModelId));
        Assert.Equal(["cohere.embed-v4:0", "cohere.embed-v4:0", "stability.stable-image-core-v1:1"], other.Calls.Select(call => call.ModelId));
        Assert.Contains("search_query", Text(other.Calls[0]), StringComparison.Ordinal);
        Assert.Contains("\"flex\"", Text(one.Calls[0]), StringComparison.Ordinal);
        Assert.Contains("\"team\":\"quay\"", Text(one.Calls[0]), StringComparison.Ordinal);
        Assert.Equal((256, 512), (vector.Dimensions, longer.Dimensions));
    }

    [Theory]
    [InlineData("Chat:Model-Id is not a setting here", "Model-Id", "x")]
    [InlineData("Chat:ModelId must be a model id", "ModelId", "")]
    [InlineData("Chat:MaxAttempts must be a whole number", "MaxAttempts", "many")]
    [InlineData("Chat:OverallTimeout must be a time", "OverallTimeout", "90")]
    [InlineData("Chat:StructuredOutput must be one of", "StructuredOutput", "2")]
    [InlineData("Chat:Dimensions is not a setting here", "Dimensions", "256")]
    public async Task Section_WithAFault_StopsTheHostWhenItStarts(string said, string key, string value)
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder();
        builder.Configuration["Chat:ModelId"] = "us.amazon.nova-lite-v1:0";
        builder.Configuration[$"Chat:{key}"] = value;
        builder.Services.AddBedrock(options => options.Region = "us-east-1");
        builder.Services.AddBedrockChatClient(builder.Configuration.GetSection("Chat"));
        using IHost host = builder.Build();

        OptionsValidationException e = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Contains(said, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ServiceLifetime.Singleton, true, true)]
    [InlineData(ServiceLifetime.Scoped, true, false)]
    [InlineData(ServiceLifetime.Transient, false, false)]
    public void Lifetime_OfEveryKind_IsKept(ServiceLifetime lifetime, bool sameInScope, bool sameOverScopes)
    {
        using var fake = new FakeBedrock();
        var services = new ServiceCollection();
        services.AddSingleton(fake.Client);
        services.AddBedrockChatClient("us.amazon.nova-lite-v1:0", lifetime: lifetime);
        services.AddBedrockEmbeddingGenerator(TitanModels.EmbedTextV2, lifetime: lifetime);
        services.AddBedrockImageGenerator(StableImageModels.Core11, lifetime: lifetime);
        using ServiceProvider provider = services.BuildServiceProvider();
        using IServiceScope one = provider.CreateScope();
        using IServiceScope other = provider.CreateScope();

        Check<IChatClient>();
        Check<IEmbeddingGenerator<string, Embedding<float>>>();
        Check<IImageGenerator>();

        void Check<T>()
            where T : class
        {
            Assert.Equal(sameInScope, ReferenceEquals(one.ServiceProvider.GetRequiredService<T>(), one.ServiceProvider.GetRequiredService<T>()));
            Assert.Equal(sameOverScopes, ReferenceEquals(one.ServiceProvider.GetRequiredService<T>(), other.ServiceProvider.GetRequiredService<T>()));
        }
    }

    [Fact]
    public void Schemas_InThePackages_HaveTheKeysThatAreRead()
    {
        JsonElement core = Properties("Bedrock.Toolkit", "Bedrock");
        JsonElement chat = Properties("Bedrock.Toolkit.Extensions.AI", "BedrockChat");

        Assert.Equal(BedrockAISection.KeysOfChat.Order(), chat.EnumerateObject().Select(property => property.Name).Order());
        Assert.Equal(
            BedrockAISection.KeysOfEmbeddings.Order(),
                Properties("Bedrock.Toolkit.Extensions.AI", "BedrockEmbeddings").EnumerateObject().Select(property => property.Name).Order());
        Assert.Equal(
            BedrockAISection.KeysOfImages.Order(),
                Properties("Bedrock.Toolkit.Extensions.AI", "BedrockImages").EnumerateObject().Select(property => property.Name).Order());
        var services = new ServiceCollection();
        services.AddBedrock(Configuration([("Bedrock:Nonsense", "1")]).GetSection("Bedrock"));
        using ServiceProvider provider = services.BuildServiceProvider();
        string keys = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<BedrockClientOptions>>().Value).Message;
        Assert.Equal(
            keys[(keys.IndexOf("the settings are ", StringComparison.Ordinal) + 17)..].TrimEnd('.').Split(", ").Order(),
            core.EnumerateObject().Select(property => property.Name).Order());
    }

    private static JsonElement Properties(string project, string section)
    {
        string path = Path.Combine(SourceFolders.Repository, "src", project, "ConfigurationSchema.json");
        return JsonElement.Parse(File.ReadAllText(path)).GetProperty("properties").GetProperty(section).GetProperty("properties");
    }

    private static IConfiguration Configuration(params (string Key, string Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(pair => new KeyValuePair<string, string?>(pair.Key, pair.Value))).Build();

    private static string Text(RecordedCall call) => System.Text.Encoding.UTF8.GetString(call.Body.Span);
}
