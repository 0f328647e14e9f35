using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ChiBoBot.Tests.Teams;

/// <summary>A certificate with its key, made for one test.</summary>
internal static class TestCertificate
{
    public static void Write(string path, string? password)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=chibobot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2036, 1, 1, 0, 0, 0, TimeSpan.Zero));
        if (path.EndsWith(".pfx", StringComparison.Ordinal))
        {
            File.WriteAllBytes(path, certificate.Export(X509ContentType.Pfx, password));
            return;
        }

        var pem = password is null
            ? key.ExportPkcs8PrivateKeyPem()
            : key.ExportEncryptedPkcs8PrivateKeyPem(password, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 10_000));
        File.WriteAllText(path, certificate.ExportCertificatePem() + "\n" + pem + "\n");
    }
}
