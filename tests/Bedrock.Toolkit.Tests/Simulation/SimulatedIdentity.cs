using Amazon.Runtime;

namespace Bedrock.Toolkit.Tests.Simulation;

/// <summary>A provider that gives the credentials of now, keeps them, and takes its time for new ones. Thread-safe.</summary>
internal sealed class SimulatedIdentity(SimulatedService service, VirtualTime time) : RefreshingAWSCredentials
{
    private int _made;

    /// <summary>How often it made some.</summary>
    public int Made => Volatile.Read(ref _made);

    public static string SecretKey => "secret-key-of-the-caller";

    public static string TokenOf(int generation) => $"token/of+generation={generation}=secret";

    protected override CredentialsRefreshState GenerateNewCredentials() => throw new NotSupportedException("Asked the blocking way.");

    protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
    {
        Interlocked.Increment(ref _made);
        await Task.Delay(TimeSpan.FromMilliseconds(120), time).ConfigureAwait(false);
        int generation = service.Generation;
        return new CredentialsRefreshState(new ImmutableCredentials($"KEY{generation}", SecretKey, TokenOf(generation)), DateTime.UtcNow.AddHours(100));
    }
}
