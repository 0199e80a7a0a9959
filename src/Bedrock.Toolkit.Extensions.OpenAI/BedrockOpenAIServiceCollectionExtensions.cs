using System.ComponentModel;
using Bedrock.Toolkit;
using Bedrock.Toolkit.Doors;
using Bedrock.Toolkit.Extensions.OpenAI;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenAI;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers OpenAI's client and chat clients over it, with the options of <c>AddBedrock</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BedrockOpenAIServiceCollectionExtensions
{
    /// <summary>Registers <see cref="OpenAIClient"/> on Bedrock, and lets <c>AddBedrockChatClient</c> take OpenAI's shapes for models that do not answer
    /// Converse.</summary>
    /// <param name="services">The services, where <c>AddBedrock</c> registers how to reach Bedrock, before or after.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddBedrockOpenAI(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton<IBedrockDoorChatClients, OpenAIDoorChatClients>();

        // A service of its own, so that its connections end with the host.
        services.TryAddSingleton(static provider => new BedrockDoorHandler(provider, null));
        services.TryAddSingleton(static provider => BedrockOpenAI.CreateClient(provider.GetRequiredService<BedrockDoorHandler>()));
        return services;
    }

    /// <summary>Registers a model as the <see cref="IChatClient"/>, in the shape of OpenAI that it answers, also where it answers Converse too.</summary>
    /// <param name="services">The services, where <c>AddBedrock</c> registers how to reach Bedrock, before or after.</param>
    /// <param name="model">The model when <c>ChatOptions.ModelId</c> names none.</param>
    /// <returns>The builder, for <c>UseFunctionInvocation</c>, <c>UseOpenTelemetry</c> and so on.</returns>
    public static ChatClientBuilder AddBedrockOpenAIChatClient(this IServiceCollection services, ModelId model)
    {
        services.AddBedrockOpenAI();
        return services.AddChatClient(provider => provider.GetRequiredService<OpenAIClient>().AsBedrockChatClient(model));
    }
}
