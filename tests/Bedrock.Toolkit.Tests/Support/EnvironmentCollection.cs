using Amazon.Runtime;

namespace Bedrock.Toolkit.Tests.Support;

/// <summary>Tests that set environment variables: they run while no other test runs.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
#pragma warning disable CA1711 // xunit calls it a collection
public sealed class EnvironmentCollection
#pragma warning restore CA1711
{
    public const string Name = "environment";
}

/// <summary>Environment variables for the time of a test.</summary>
internal sealed class EnvironmentScope : IDisposable
{
    private readonly Dictionary<string, string?> _before = [];

    public EnvironmentScope(params (string Name, string? Value)[] variables)
    {
        string[] chain =
        [
            "AWS_BEARER_TOKEN_BEDROCK", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_REGION", "AWS_DEFAULT_REGION", "AWS_PROFILE",
            "AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_BEDROCK_RUNTIME", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "AWS_USE_FIPS_ENDPOINT",
                "AWS_USE_DUALSTACK_ENDPOINT",
            "AWS_DISABLE_CLOCK_SKEW_CORRECTION",
        ];
        foreach (string name in chain.Concat(variables.Select(v => v.Name)).Distinct())
        {
            _before[name] = Environment.GetEnvironmentVariable(name);
            Environment.SetEnvironmentVariable(name, null);
        }

        foreach ((string name, string? value) in variables) Environment.SetEnvironmentVariable(name, value);
        Reset();
    }

    public void Dispose()
    {
        foreach ((string name, string? value) in _before) Environment.SetEnvironmentVariable(name, value);
        Reset();
    }

    // AWSSDK.Core keeps what it has once read.
    private static void Reset()
    {
        FallbackRegionFactory.Reset();
        Amazon.Runtime.Internal.FallbackInternalConfigurationFactory.Reset();
    }
}
