using System.ComponentModel;
using Bedrock.Toolkit;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers health checks of Bedrock. Stateless.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BedrockHealthChecksBuilderExtensions
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Checks that Bedrock can be reached and takes the identity of a registered client; no tokens are spent.</summary>
    /// <param name="builder">The builder of <c>AddHealthChecks</c>.</param>
    /// <param name="name">The name of the check.</param>
    /// <param name="bedrockKey">The key of the client (<c>AddKeyedBedrock</c>); the client without a key when null.</param>
    /// <param name="failureStatus">What a failure counts as; unhealthy when null.</param>
    /// <param name="tags">Tags to choose checks by, such as <c>ready</c>.</param>
    /// <param name="timeout">How long the check may take; 10 seconds when null.</param>
    /// <returns>The same builder.</returns>
    public static IHealthChecksBuilder AddBedrock(
        this IHealthChecksBuilder builder,
        string name = "bedrock",
        object? bedrockKey = null,
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null,
        TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(name);
        return builder.Add(new HealthCheckRegistration(
            name,
            provider => new BedrockHealthCheck(bedrockKey is null
                ? provider.GetRequiredService<IBedrockClient>()
                : provider.GetRequiredKeyedService<IBedrockClient>(bedrockKey)),
            failureStatus,
            tags,
            timeout ?? DefaultTimeout));
    }
}
