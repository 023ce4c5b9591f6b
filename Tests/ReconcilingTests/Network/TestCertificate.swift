import NIOSSL

/// Certificates that only these tests use, all of one key that protects nothing.
enum TestCertificate: String, CaseIterable {
    /// For 127.0.0.1, valid until 2120.
    case good = """
        -----BEGIN CERTIFICATE-----
        MIIBezCCASCgAwIBAgIBAjAKBggqhkjOPQQDAjAYMRYwFAYDVQQDDA1UZXN0cyBv
        ZiBXZWlyMCAXDTIwMDEwMTAwMDAwMFoYDzIxMjAwMTAxMDAwMDAwWjATMREwDwYD
        VQQDDAhsb29wYmFjazBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABMCrirXgEjqu
        b8SIvoStn7QFOaLedb3LItn8iTXzXm1UR9mHS2Dv5WnNeRnN7e7KwJ0Xljb8eW42
        udgStRZSm9yjXjBcMA8GA1UdEQQIMAaHBH8AAAEwCQYDVR0TBAIwADAdBgNVHQ4E
        FgQUFTF4RzZWJpQj7WgvTmxMqIXJAtswHwYDVR0jBBgwFoAU9zCkfkBuqq7F1EaY
        M93rWfoZoPswCgYIKoZIzj0EAwIDSQAwRgIhAP8KPHmFWCdo6CkGrQgJaVu0EDgL
        tSWMJ6piuK0RtkQhAiEA5bRhazz0DUpSFQhoOAG71bsnrwL75EHL4DVj+4S1usM=
        -----END CERTIFICATE-----
        """
    /// For `elsewhere.test` alone.
    case ofAnotherHost = """
        -----BEGIN CERTIFICATE-----
        MIIBhjCCASugAwIBAgIBAzAKBggqhkjOPQQDAjAYMRYwFAYDVQQDDA1UZXN0cyBv
        ZiBXZWlyMCAXDTIwMDEwMTAwMDAwMFoYDzIxMjAwMTAxMDAwMDAwWjAUMRIwEAYD
        VQQDDAllbHNld2hlcmUwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAATAq4q14BI6
        rm/EiL6ErZ+0BTmi3nW9yyLZ/Ik1815tVEfZh0tg7+VpzXkZze3uysCdF5Y2/Hlu
        NrnYErUWUpvco2gwZjAZBgNVHREEEjAQgg5lbHNld2hlcmUudGVzdDAJBgNVHRME
        AjAAMB0GA1UdDgQWBBQVMXhHNlYmlCPtaC9ObEyohckC2zAfBgNVHSMEGDAWgBT3
        MKR+QG6qrsXURpgz3etZ+hmg+zAKBggqhkjOPQQDAgNJADBGAiEAyqkHllpO4xCz
        xIL7dvo6/ryFK3jFgMDrO1woxwY2nFACIQCLhpVACsF5UZxm8CMybyeT2QBgqxSi
        rDn5vNrjh7we1g==
        -----END CERTIFICATE-----
        """
    /// For 127.0.0.1, until 2021.
    case expired = """
        -----BEGIN CERTIFICATE-----
        MIIBdDCCARqgAwIBAgIBBDAKBggqhkjOPQQDAjAYMRYwFAYDVQQDDA1UZXN0cyBv
        ZiBXZWlyMB4XDTIwMDEwMTAwMDAwMFoXDTIxMDEwMTAwMDAwMFowDzENMAsGA1UE
        AwwEcGFzdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABMCrirXgEjqub8SIvoSt
        n7QFOaLedb3LItn8iTXzXm1UR9mHS2Dv5WnNeRnN7e7KwJ0Xljb8eW42udgStRZS
        m9yjXjBcMA8GA1UdEQQIMAaHBH8AAAEwCQYDVR0TBAIwADAdBgNVHQ4EFgQUFTF4
        RzZWJpQj7WgvTmxMqIXJAtswHwYDVR0jBBgwFoAU9zCkfkBuqq7F1EaYM93rWfoZ
        oPswCgYIKoZIzj0EAwIDSAAwRQIhAJDvzlX6y42hHSXa+6M5oAxZeaM/2EpgfpHc
        6C30InVvAiBfm7tNsEsYIXg9plnb8QSAhMOOZ13j6iyLFMozXNZh8A==
        -----END CERTIFICATE-----
        """

    static let issuer = """
        -----BEGIN CERTIFICATE-----
        MIIBYzCCAQmgAwIBAgIBATAKBggqhkjOPQQDAjAYMRYwFAYDVQQDDA1UZXN0cyBv
        ZiBXZWlyMCAXDTIwMDEwMTAwMDAwMFoYDzIxMjAwMTAxMDAwMDAwWjAYMRYwFAYD
        VQQDDA1UZXN0cyBvZiBXZWlyMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEtIWO
        ZCjJb1WtiLo//9hudpCOYPU2BBr0kvWp4Y2+cS2wMCpEn4cARwoWT6Uf1PyttmRC
        EX/nrqx3iGxwJUmiC6NCMEAwDwYDVR0TAQH/BAUwAwEB/zAOBgNVHQ8BAf8EBAMC
        AgQwHQYDVR0OBBYEFPcwpH5AbqquxdRGmDPd61n6GaD7MAoGCCqGSM49BAMCA0gA
        MEUCIFwd+yaMN0nuTnqUQ3TtQ2Ge4A85FDmOAjjy/W8uOgxMAiEAsPt5k1/JlNAL
        Ck0vr0ZdP4JzuvZ8hpHaBE6rHVk+K2s=
        -----END CERTIFICATE-----
        """

    private static let key = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg2A8Zmu2J6iGzmLU5
        98PHN25FW3zSWJagzU5gtuHp4jmhRANCAATAq4q14BI6rm/EiL6ErZ+0BTmi3nW9
        yyLZ/Ik1815tVEfZh0tg7+VpzXkZze3uysCdF5Y2/HluNrnYErUWUpvc
        -----END PRIVATE KEY-----
        """

    /// A client that trusts the issuer of these and nobody else.
    static var trusting: TLSConfiguration {
        get throws {
            var configuration = TLSConfiguration.makeClientConfiguration()
            configuration.trustRoots = .certificates([
                try NIOSSLCertificate(bytes: Array(issuer.utf8), format: .pem)
            ])
            return configuration
        }
    }

    /// A server that shows this certificate.
    var server: NIOSSLContext {
        get throws {
            let certificate = try NIOSSLCertificate(bytes: Array(rawValue.utf8), format: .pem)
            let key = try NIOSSLPrivateKey(bytes: Array(TestCertificate.key.utf8), format: .pem)
            return try NIOSSLContext(
                configuration: .makeServerConfiguration(
                    certificateChain: [.certificate(certificate)], privateKey: .privateKey(key)))
        }
    }
}
