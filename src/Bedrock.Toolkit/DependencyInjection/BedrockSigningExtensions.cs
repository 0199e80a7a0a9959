using Bedrock.Toolkit;
using Bedrock.Toolkit.Doors;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Signs the requests of a host's HTTP clients for Bedrock.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BedrockSigningExtensions
{
    /// <summary>Adds a <see cref="BedrockSigningHandler"/> with the options of the host's Bedrock client (<c>AddBedrock</c>), or the normal AWS chain
    /// where none is registered.</summary>
    /// <param name="builder">The HTTP client, as in <c>services.AddHttpClient("openai")</c>.</param>
    /// <returns>The HTTP client.</returns>
    public static IHttpClientBuilder AddBedrockSigning(this IHttpClientBuilder builder) => builder.AddBedrockSigning(static _ => { });

    /// <summary>Adds a <see cref="BedrockSigningHandler"/>.</summary>
    /// <param name="builder">The HTTP client, as in <c>services.AddHttpClient("openai")</c>.</param>
    /// <param name="configure">Changes the options, which begin as those of the host's Bedrock client.</param>
    /// <returns>The HTTP client.</returns>
    public static IHttpClientBuilder AddBedrockSigning(this IHttpClientBuilder builder, Action<BedrockClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.AddOptions();
        return builder.AddHttpMessageHandler(provider =>
        {
            BedrockClientOptions options = provider.GetRequiredService<IOptionsMonitor<BedrockClientOptions>>().CurrentValue.Copy();
            configure(options);
            return new BedrockSigningHandler(options);
        });
    }
}
