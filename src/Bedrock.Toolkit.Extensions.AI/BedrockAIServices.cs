using Bedrock.Toolkit;
using Bedrock.Toolkit.Doors;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.AI;

/// <summary>What the registrations share: the client that is asked for, and sections that are checked when the host starts. Stateless.</summary>
internal static class BedrockAIServices
{
    public static IBedrockClient ClientOf(IServiceProvider provider, object? key) => key is null
        ? provider.GetService<IBedrockClient>() ?? throw new InvalidOperationException("No IBedrockClient is registered: call services.AddBedrock(...) too.")
        : provider.GetKeyedService<IBedrockClient>(key)
            ?? throw new InvalidOperationException(
                $"No IBedrockClient is registered with the key '{key}': call services.AddKeyedBedrock({Shown(key)}, ...) too.");

    public static IChatClient Chat(IServiceProvider provider, ModelId model, Action<BedrockChatClientOptions>? configure, object? bedrockKey,
        BedrockAISection? section = null)
    {
        var options = new BedrockChatClientOptions
        {
            TimeProvider = provider.GetService<TimeProvider>() ?? TimeProvider.System,
            StructuredOutput = section?.StructuredOutput ?? default,
            InvokeOptions = section?.InvokeOptions,
        };
        configure?.Invoke(options);
        return AtDoor(provider, model, options, bedrockKey) ?? ClientOf(provider, bedrockKey).AsIChatClient(model, options);
    }

    /// <summary>The chat client of a model that does not answer Converse; null for all others, and where the runtime's host may still do.</summary>
    private static IChatClient? AtDoor(IServiceProvider provider, ModelId model, BedrockChatClientOptions options, object? bedrockKey)
    {
        BedrockDoor door = BedrockDoor.For(model);
        if (door.Shape == BedrockShape.Converse)
        {
            return null;
        }

        IChatClient? client = provider.GetService<IBedrockDoorChatClients>()?.Create(door, options, bedrockKey);
        return client is null && door.Host == BedrockHost.Mantle
            ? throw new InvalidOperationException(door.Shape == BedrockShape.Messages
                ? $"{door.Reason} Take Anthropic's client over BedrockDoorHandler."
                : $"{door.Reason} Call services.AddBedrockOpenAI() of the package Bedrock.Toolkit.Extensions.OpenAI.")
            : client;
    }

    public static BedrockEmbeddingGeneratorOptions Embeddings(IServiceProvider provider, Action<BedrockEmbeddingGeneratorOptions>? configure,
        BedrockAISection? section = null)
    {
        var options = new BedrockEmbeddingGeneratorOptions
        {
            TimeProvider = provider.GetService<TimeProvider>() ?? TimeProvider.System,
            Dimensions = section?.Dimensions,
            Purpose = section?.Purpose ?? default,
            InvokeOptions = section?.InvokeOptions,
        };
        configure?.Invoke(options);
        return options;
    }

    /// <summary>Has a section read when the host starts, or when it is first needed.</summary>
    /// <returns>What gives the section's content.</returns>
    public static Func<IServiceProvider, BedrockAISection> Read(IServiceCollection services, IConfiguration section, IReadOnlyList<string> keys)
    {
        // A name of its own for each registration: the same section may be used twice.
        string name = $"{(section as IConfigurationSection)?.Path}#{Guid.NewGuid():N}";
        services.AddOptionsWithValidateOnStart<BedrockAISection>(name).Configure(content => content.Bind(section, name, keys));
        return provider => provider.GetRequiredService<IOptionsMonitor<BedrockAISection>>().Get(name);
    }

    private static string Shown(object key) => key is string ? $"\"{key}\"" : $"{key}";
}
