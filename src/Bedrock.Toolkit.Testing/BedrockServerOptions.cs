using System.Security.Cryptography.X509Certificates;

namespace Bedrock.Toolkit.Testing;

/// <summary>How a <see cref="BedrockServer"/> is to be reached, and by whom. Not thread-safe; the server takes what it needs when it starts.</summary>
public sealed class BedrockServerOptions
{
    /// <summary>The port on 127.0.0.1.</summary>
    /// <value>0 by default: a free one.</value>
    public int Port { get; set; }

    /// <summary>The port on 127.0.0.1 at which the server is bedrock-mantle.</summary>
    /// <value>0 by default: a free one.</value>
    public int MantlePort { get; set; }

    /// <summary>The Region that requests must be signed for.</summary>
    /// <value><c>us-east-1</c> by default.</value>
    public string Region { get; set; } = "us-east-1";

    /// <summary>Whether requests that are signed for other Regions are taken as well.</summary>
    /// <value>False by default.</value>
    public bool AllowsAnyRegion { get; set; }

    /// <summary>The access key id that the server accepts; goes with <see cref="SecretAccessKey"/>.</summary>
    /// <value>A random one when null.</value>
    public string? AccessKeyId { get; set; }

    /// <summary>The secret key that belongs to <see cref="AccessKeyId"/>.</summary>
    /// <value>A random one when null.</value>
    public string? SecretAccessKey { get; set; }

    /// <summary>The API key that the server accepts.</summary>
    /// <value>A random one when null.</value>
    public string? ApiKey { get; set; }

    /// <summary>Whether the server speaks HTTPS, with <see cref="Certificate"/>, or else with one that it makes for itself.</summary>
    /// <value>False by default. Without it HTTP/2 is spoken with clients that begin with it, and HTTP/1.1 with all others; with it the client chooses.</value>
    public bool UseTls { get; set; }

    /// <summary>The certificate for HTTPS, with its private key.</summary>
    /// <value>When null, one for <c>localhost</c> and 127.0.0.1 that nobody trusts until told to: <see cref="BedrockServer.Certificate"/>.</value>
    public X509Certificate2? Certificate { get; set; }

    /// <summary>Whether a page at <c>/</c> shows the calls as they come, with their bodies. Only this machine can see it.</summary>
    /// <value>False by default.</value>
    public bool ShowsCalls { get; set; }

    /// <summary>Another Bedrock that answers in place of the scripts and simulated models: with a client over a <see cref="Cassette"/> the server is a
    /// recording proxy for programs of any language.</summary>
    /// <value>Null by default. The server never disposes it.</value>
    public IBedrockClient? Upstream { get; set; }

    /// <summary>The clock of signatures, latencies and quotas.</summary>
    /// <value>The system's by default.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Where the server is to be reached; no keys.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => $"{(UseTls ? "https" : "http")}, port {Port}, {Region}";

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Port);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Port, System.Net.IPEndPoint.MaxPort);
        ArgumentOutOfRangeException.ThrowIfNegative(MantlePort);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MantlePort, System.Net.IPEndPoint.MaxPort);
        if (MantlePort != 0 && MantlePort == Port)
        {
            throw new ArgumentException("MantlePort must be another port than Port: the port tells which host is called.");
        }

        ArgumentException.ThrowIfNullOrWhiteSpace(Region);
        ArgumentNullException.ThrowIfNull(TimeProvider);
        if (AccessKeyId is null != SecretAccessKey is null)
        {
            throw new ArgumentException("AccessKeyId and SecretAccessKey go together: set both, or none.");
        }

        if (AccessKeyId?.Length == 0 || SecretAccessKey?.Length == 0 || ApiKey?.Length == 0)
        {
            throw new ArgumentException("AccessKeyId, SecretAccessKey and ApiKey must not be empty: leave them out for random ones.");
        }

        if (Certificate is { HasPrivateKey: false })
        {
            throw new ArgumentException("Certificate has no private key.");
        }

        if (Certificate is not null && !UseTls)
        {
            throw new ArgumentException("Certificate is set, but UseTls is not.");
        }
    }
}
