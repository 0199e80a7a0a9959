using System.ComponentModel;
using Amazon.Extensions.NETCore.Setup;
using Bedrock.Toolkit;
using Bedrock.Toolkit.Extensions.AWS;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Bedrock clients with the <see cref="AWSOptions"/> that a host has for all its AWS clients.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BedrockAwsOptionsExtensions
{
    /// <summary>Registers one client with AWS options.</summary>
    /// <param name="services">The services.</param>
    /// <param name="options">The options, such as <c>configuration.GetAWSOptions()</c>.</param>
    /// <returns>What goes on with the registration.</returns>
    public static IBedrockBuilder AddBedrock(this IServiceCollection services, AWSOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return services.AddBedrock().UseAwsOptions(options);
    }

    /// <summary>Registers one of several clients with AWS options of its own.</summary>
    /// <param name="services">The services.</param>
    /// <param name="key">The key; also the name of its options.</param>
    /// <param name="options">The options.</param>
    /// <returns>What goes on with the registration.</returns>
    public static IBedrockBuilder AddKeyedBedrock(this IServiceCollection services, string key, AWSOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return services.AddKeyedBedrock(key, static _ => { }).UseAwsOptions(options);
    }

    /// <summary>Takes Region, profile, credentials, role, address, FIPS, dual stack, time limits and retries from AWS options.</summary>
    /// <remarks>
    /// Where they are silent, what was set before stays; what is set later wins. <c>docs/settings.md</c> lists every member: taken, refused, or
    /// without effect here.
    /// </remarks>
    /// <param name="builder">The registration.</param>
    /// <param name="options">The options; those of <c>AddDefaultAWSOptions</c> when null.</param>
    /// <returns>The registration.</returns>
    public static IBedrockBuilder UseAwsOptions(this IBedrockBuilder builder, AWSOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Configure((own, provider) => AwsOptionsReading.Apply(
            options ?? provider.GetService<AWSOptions>()
                ?? throw new InvalidOperationException(
                    "UseAwsOptions finds no AWSOptions: call services.AddDefaultAWSOptions(configuration.GetAWSOptions()), or give them."),
            own));
    }
}
