using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Puts the emulator of Amazon Bedrock into an app host.</summary>
public static class BedrockEmulatorBuilderExtensions
{
    private const string Command = "bedrock";
    private const string AccessKeyId = "AKIDEMULATOR00000000";

    /// <summary>Adds <c>bedrock serve</c>, the command of the package Bedrock.Toolkit.Tool, which must be installed.</summary>
    /// <param name="builder">The app host.</param>
    /// <param name="name">The name of the resource; the secret key is the parameter <c>{name}-secret</c>, made anew for each run.</param>
    /// <param name="port">The port that the apps call; a free one when null.</param>
    /// <returns>The resource, for <see cref="WithReference{T}"/>.</returns>
    /// <remarks>It is left out of what is published: there the apps call the real service.</remarks>
    public static IResourceBuilder<BedrockEmulatorResource> AddBedrockEmulator(this IDistributedApplicationBuilder builder, string name, int? port = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(name);
        IResourceBuilder<ParameterResource> secret = builder.AddParameter(
            $"{name}-secret", new GenerateParameterDefault { MinLength = 40, Special = false }, secret: true);
        var resource = new BedrockEmulatorResource(name, Command, builder.AppHostDirectory)
        {
            AccessKeyId = ReferenceExpression.Create($"{AccessKeyId}"),
            SecretAccessKey = ReferenceExpression.Create($"{secret.Resource}"),
        };
        return builder.AddResource(resource)
            .WithHttpEndpoint(port: port, name: BedrockEmulatorResource.EndpointName)
            .WithArgs(context =>
            {
                foreach (object argument in (object[])
                [
                    "serve", "--port", resource.Endpoint.Property(EndpointProperty.TargetPort), "--access-key", resource.AccessKeyId,
                    "--secret-key", resource.SecretAccessKey, "--region", resource.Region,
                ])
                {
                    context.Args.Add(argument);
                }
            })
            .ExcludeFromManifest();
    }

    /// <summary>The Region that the emulator answers for, instead of <c>us-east-1</c>.</summary>
    /// <param name="builder">The emulator.</param>
    /// <param name="region">The Region, such as <c>eu-central-1</c>.</param>
    /// <returns>The emulator.</returns>
    public static IResourceBuilder<BedrockEmulatorResource> WithRegion(this IResourceBuilder<BedrockEmulatorResource> builder, string region)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(region);
        builder.Resource.Region = region;
        return builder;
    }

    /// <summary>Plays a script of answers, faults and latencies.</summary>
    /// <param name="builder">The emulator.</param>
    /// <param name="path">The script, from the app host's folder.</param>
    /// <returns>The emulator.</returns>
    /// <remarks>The form is that of <c>bedrock serve --script</c>.</remarks>
    public static IResourceBuilder<BedrockEmulatorResource> WithScript(this IResourceBuilder<BedrockEmulatorResource> builder, string path)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(path);
        return builder.WithArgs("--script", path);
    }

    /// <summary>Lets an app call the emulator: it gets address, Region and keys by the variables that every AWS SDK reads.</summary>
    /// <typeparam name="T">The app's kind.</typeparam>
    /// <param name="builder">The app.</param>
    /// <param name="bedrock">The emulator.</param>
    /// <returns>The app.</returns>
    /// <remarks>
    /// <c>AWS_ENDPOINT_URL_BEDROCK_RUNTIME</c>, <c>AWS_ENDPOINT_URL_BEDROCK</c>, <c>AWS_REGION</c>, <c>AWS_ACCESS_KEY_ID</c>, <c>AWS_SECRET_ACCESS_KEY</c>. Nothing
    /// is set in what is published.
    /// </remarks>
    public static IResourceBuilder<T> WithReference<T>(this IResourceBuilder<T> builder, IResourceBuilder<BedrockEmulatorResource> bedrock)
        where T : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(bedrock);
        BedrockEmulatorResource resource = bedrock.Resource;
        return builder.WithReferenceRelationship(resource).WithEnvironment(context =>
        {
            if (context.ExecutionContext.IsPublishMode)
            {
                return;
            }

            context.EnvironmentVariables["AWS_ENDPOINT_URL_BEDROCK_RUNTIME"] = resource.Endpoint;
            context.EnvironmentVariables["AWS_ENDPOINT_URL_BEDROCK"] = resource.Endpoint;
            context.EnvironmentVariables["AWS_REGION"] = resource.Region;
            context.EnvironmentVariables["AWS_ACCESS_KEY_ID"] = resource.AccessKeyId;
            context.EnvironmentVariables["AWS_SECRET_ACCESS_KEY"] = resource.SecretAccessKey;
        });
    }
}
