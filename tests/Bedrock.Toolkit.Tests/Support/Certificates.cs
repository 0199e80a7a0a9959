using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Bedrock.Toolkit.Tests.Support;

/// <summary>A certificate authority of the test's own.</summary>
internal sealed class Certificates : IDisposable
{
    private readonly X509Certificate2 _root;

    public Certificates()
    {
        using RSA key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Test authority", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        _root = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddYears(-2), DateTimeOffset.UtcNow.AddYears(2));
    }

    /// <summary>A certificate for a server; the default is a good one for 127.0.0.1.</summary>
    public X509Certificate2 Issue(string? otherName = null, bool isExpired = false)
    {
        using RSA key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Test server", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        if (otherName is null) names.AddIpAddress(IPAddress.Loopback);
        else names.AddDnsName(otherName);
        request.CertificateExtensions.Add(names.Build());
        DateTimeOffset end = isExpired ? DateTimeOffset.UtcNow.AddDays(-1) : DateTimeOffset.UtcNow.AddDays(30);
        using X509Certificate2 issued = request.Create(_root, DateTimeOffset.UtcNow.AddYears(-1), end, RandomNumberGenerator.GetBytes(8));
        return issued.CopyWithPrivateKey(key);
    }

    /// <summary>A handler that trusts this authority and no other.</summary>
    public SocketsHttpHandler TrustingHandler() => new()
    {
        SslOptions = new SslClientAuthenticationOptions
        {
            CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                CustomTrustStore = { _root },
                RevocationMode = X509RevocationMode.NoCheck,
            },
        },
    };

    public void Dispose() => _root.Dispose();
}
